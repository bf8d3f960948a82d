import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { createAgent } from '../../../lambda/mesh-agent/agent';
import { VersionFolder } from '../../../lambda/mesh-agent/version-folder';
import { createMembershipSource, type MembershipSource } from '../../../lambda/mesh/membership';
import { revoke } from '../../../lambda/mesh/pins';
import { createSecrets } from '../../../lambda/mesh/secrets';
import { spkiPin } from '../../../lambda/mesh/spki-pin';
import { MutualTlsClient } from '../../../lambda/mutual-tls-client';
import { MESH_FILES } from '../../../lib/contract/mesh';
import { MESH_SDS_FILES } from '../../../lib/contract/mesh-identity';
import { MeshOfTest } from '../../support/mesh-rotation';
import { MeshServer } from '../../support/mesh-server';

jest.setTimeout(120_000);

const SWAPS = 3;
/** Requests at once. */
const WORKERS = 4;
/** Longer than a client uses a connection, and than it goes without reading its secrets. */
const BOUND_MS = 301_000;

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-load-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const served = (name: string) => readFileSync(path.join(directory, name), 'utf8');

/** What Envoy reads, as it reads it: the pair that the resource names. */
function pair() {
  const { resources } = JSON.parse(served(MESH_SDS_FILES.identity)) as {
    readonly resources: readonly [
      {
        readonly tls_certificate: Readonly<
          Record<'certificate_chain' | 'private_key', { readonly filename: string }>
        >;
      },
    ];
  };
  const { certificate_chain: certificate, private_key: key } = resources[0].tls_certificate;
  return {
    cert: readFileSync(certificate.filename, 'utf8'),
    key: readFileSync(key.filename, 'utf8'),
    ca: served(MESH_FILES.trust),
  };
}

function isPinned(socket: TLSSocket): boolean {
  const { publicKey } = new X509Certificate(socket.getPeerCertificate().raw);
  return served(MESH_SDS_FILES.callers).includes(spkiPin(publicKey));
}

test('services rotate under load: no request fails, and no certificate is used after its bound', async () => {
  const mesh = await MeshOfTest.start();
  const [gateway, inference] = [mesh.service('ai-gateway'), mesh.service('inference')];
  await mesh.rotation(gateway);
  await mesh.rotation(inference);
  const sourceOf = (arn: string): MembershipSource =>
    createMembershipSource({
      secrets: createSecrets(mesh.secrets.client()),
      identitySecretArn: arn,
      anchorsSecretArn: mesh.anchorsArn,
      pinsSecretArn: mesh.pinsArn,
    });
  const look = createAgent({
    source: sourceOf(inference),
    folder: new VersionFolder(directory),
    callers: ['ai-gateway'],
    peers: [],
  });
  await look();
  const server = await new MeshServer(pair(), isPinned).start();
  let passed = 0;
  const client = new MutualTlsClient({
    source: sourceOf(gateway),
    peer: 'inference',
    host: '127.0.0.1',
    port: server.port,
    now: () => Date.now() + passed,
  });

  const seen = new Set<string>();
  const outcomes = new Map<string, number>();
  const ask = async (): Promise<void> => {
    let outcome: string;
    try {
      const answer = await client.request({ method: 'GET', path: '/' });
      seen.add((answer.socket as TLSSocket).getPeerCertificate().serialNumber);
      outcome = `${answer.statusCode} ${await text(answer)}`;
    } catch (error) {
      outcome = String(error);
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  const over = new AbortController();
  const load = Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (!over.signal.aborted) await ask();
    }),
  );

  const serialOf = (arn: string) => new X509Certificate(mesh.current(arn).certificate).serialNumber;
  const usedAfterBound: string[] = [];
  try {
    for (let swap = 0; swap < SWAPS; swap += 1) {
      await mesh.rotation(inference);
      const link = readlinkSync(path.join(directory, 'current'));
      await look();
      expect(readlinkSync(path.join(directory, 'current'))).not.toBe(link);
      server.reload(pair());
      await mesh.rotation(gateway);
      await look();
      passed += BOUND_MS;
      // whatever was under way when the bound passed
      for (let count = 0; count < 2 * WORKERS; count += 1) await ask();
      server.shown.clear();
      seen.clear();
      for (let count = 0; count < 10; count += 1) await ask();
      usedAfterBound.push(
        ...[...server.shown].filter((serial) => serial !== serialOf(gateway)),
        ...[...seen].filter((serial) => serial !== serialOf(inference)),
      );
    }
  } finally {
    over.abort();
    await load;
  }
  expect([...outcomes.keys()]).toEqual(['200 an answer']);
  expect(outcomes.get('200 an answer')).toBeGreaterThan(100);
  expect(usedAfterBound).toEqual([]);

  // one call takes the caller out: it does not ask any more, and would not be heard
  await mesh.pins.update((pins) => revoke(pins, 'ai-gateway'));
  await look();
  passed += BOUND_MS;
  await expect(client.request({ method: 'GET', path: '/' })).rejects.toMatchObject({ code: 'REVOKED' });
  const { cert, key } = { cert: mesh.current(gateway).certificate, key: mesh.current(gateway).key };
  expect(await statusWith(server.port, { cert, key, ca: mesh.ca.root.pem })).toBe(403);

  client.close();
  await Promise.all([server.stop(), mesh.stop()]);
});

/** Somebody who has the certificate of a service, and heeds nothing. */
async function statusWith(
  port: number,
  options: { readonly cert: string; readonly key: string; readonly ca: string },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(
      { ...options, host: '127.0.0.1', port, agent: false, checkServerIdentity: () => undefined },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    ).on('error', reject);
  });
}
