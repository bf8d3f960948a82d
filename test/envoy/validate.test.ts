import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { envoyBootstrap } from '../../lib/mesh/bootstrap/envoy-bootstrap';
import { NODES } from '../mesh/mesh-nodes';
import { complaints, ENVOY } from './envoy';
import { MeshFolder } from './mesh-folder';
import { OpensslPki } from './openssl-pki';

jest.setTimeout(60_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;

withEnvoy('real Envoy, asked to validate', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'mesh-'));
  const pki = new OpensslPki(path.join(directory, 'pki'));
  const authority = pki.authority('Mesh');
  const identity = pki.leaf(authority);
  const trust = pki.trust(authority);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test.each(Object.entries(NODES))('takes the bootstrap of %s without a warning', (name, node) => {
    const here = { ...node, directory: path.join(directory, name) };
    new MeshFolder(here).write({ identity, trust, pins: {} });
    expect(complaints(envoyBootstrap(here), path.join(directory, 'bootstrap.json'))).toBe('');
  });

  test('refuses a bootstrap whose certificate is not there', () => {
    const here = { ...NODES['a service with callers and a peer'], directory: path.join(directory, 'none') };
    const text = complaints(envoyBootstrap(here as never), path.join(directory, 'bootstrap.json'));
    expect(text).toContain('does not exist');
  });

  test('refuses a field that is spelt wrong', () => {
    const here = { ...Object.values(NODES)[0], directory: path.join(directory, 'spelt') };
    new MeshFolder(here as never).write({ identity, trust, pins: {} });
    const text = JSON.stringify(envoyBootstrap(here as never));
    const spelt: unknown = JSON.parse(text.replace('require_client_certificate', 'require_client_cert'));
    expect(complaints(spelt, path.join(directory, 'bootstrap.json'))).toContain('require_client_cert');
  });
});
