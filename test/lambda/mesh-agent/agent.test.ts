import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAgent, GRACE_MS } from '../../../lambda/mesh-agent/agent';
import { isHealthy, writeHealth } from '../../../lambda/mesh-agent/health';
import { VersionFolder } from '../../../lambda/mesh-agent/version-folder';
import { createMembershipSource } from '../../../lambda/mesh/membership';
import { readmit, revoke } from '../../../lambda/mesh/pins';
import { createSecrets } from '../../../lambda/mesh/secrets';
import { MESH_FILES } from '../../../lib/contract/mesh';
import { MESH_SDS_FILES } from '../../../lib/contract/mesh-identity';
import { MeshOfTest } from '../../support/mesh-rotation';

jest.setTimeout(60_000);

const DAY_MS = 86_400_000;
const NOBODY = Buffer.alloc(32).toString('base64');

let mesh: MeshOfTest;
let directory: string;
let arn: string;
beforeEach(async () => {
  mesh = await MeshOfTest.start();
  directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-mesh-'));
  arn = mesh.service('inference');
});
afterEach(async () => {
  await mesh.stop();
  rmSync(directory, { recursive: true, force: true });
});

function agentOf(now?: () => number, callers = ['ai-gateway'], peers = ['redaction']) {
  const source = createMembershipSource({
    secrets: createSecrets(mesh.secrets.client()),
    identitySecretArn: arn,
    anchorsSecretArn: mesh.anchorsArn,
    pinsSecretArn: mesh.pinsArn,
  });
  return createAgent({ source, folder: new VersionFolder(directory), callers, peers, ...(now && { now }) });
}

const file = (name: string) => path.join(directory, name);
const served = (name: string) => readFileSync(file(name), 'utf8');
const isServing = () => existsSync(file(MESH_FILES.certificate));
function sds(name: string): Record<string, unknown> {
  const { resources } = JSON.parse(served(name)) as {
    readonly resources: readonly Record<string, unknown>[];
  };
  return resources[0] ?? {};
}
const pinsIn = (name: string) =>
  (sds(name)['validation_context'] as { readonly verify_certificate_spki: readonly string[] })
    .verify_certificate_spki;

test('it serves the identity, its key and the anchors, and nobody but owner and group reads them', async () => {
  await mesh.rotation(arn);
  const look = await agentOf()();
  expect(look).toMatchObject({ healthy: true, code: 'CURRENT' });
  const { certificate, key } = mesh.current(arn);
  expect([served(MESH_FILES.certificate), served(MESH_FILES.key), served(MESH_FILES.trust)]).toEqual([
    certificate,
    key,
    mesh.ca.root.pem,
  ]);
  expect(statSync(file(MESH_FILES.key)).mode & 0o777).toBe(0o640);
  expect(statSync(file('current/')).mode & 0o777).toBe(0o750);
});

test('Envoy finds the pair of one version, and the pins of those it may speak with', async () => {
  const others = ['ai-gateway', 'redaction'].map((name) => mesh.service(name));
  for (const each of [arn, ...others]) await mesh.rotation(each);
  await agentOf()();
  const folder = path.join(directory, readlinkSync(file('current')));
  expect(sds(MESH_SDS_FILES.identity)).toEqual({
    '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret',
    name: 'identity',
    tls_certificate: {
      certificate_chain: { filename: `${folder}/certificate.pem` },
      private_key: { filename: `${folder}/key.pem` },
    },
  });
  const [gateway, redaction] = others.map((each) => mesh.current(each));
  expect(sds(MESH_SDS_FILES.callers)['name']).toBe('callers');
  expect(pinsIn(MESH_SDS_FILES.callers)).toEqual([gateway?.pin, gateway?.nextPin]);
  expect(sds(`${MESH_SDS_FILES.peerPrefix}redaction.json`)['name']).toBe('peer-redaction');
  expect(pinsIn(`${MESH_SDS_FILES.peerPrefix}redaction.json`)).toEqual([redaction?.pin, redaction?.nextPin]);
});

test('a service without a pin is let in by no key: an empty list would let in all', async () => {
  await mesh.rotation(arn);
  await agentOf()();
  expect(pinsIn(MESH_SDS_FILES.callers)).toEqual([NOBODY]);
  expect(pinsIn(`${MESH_SDS_FILES.peerPrefix}redaction.json`)).toEqual([NOBODY]);
});

test('a revoked caller is let in no longer, at the next look', async () => {
  const caller = mesh.service('ai-gateway');
  for (const each of [arn, caller]) await mesh.rotation(each);
  const look = agentOf();
  await look();
  expect(pinsIn(MESH_SDS_FILES.callers)).toHaveLength(2);
  await mesh.pins.update((pins) => revoke(pins, 'ai-gateway'));
  await look();
  expect(pinsIn(MESH_SDS_FILES.callers)).toEqual([NOBODY]);
});

test('a service that was revoked has nothing to serve', async () => {
  await mesh.rotation(arn);
  const look = agentOf();
  await look();
  await mesh.pins.update((pins) => revoke(pins, 'inference'));
  expect(await look()).toEqual({ healthy: false, code: 'REVOKED' });
  expect([isServing(), readdirSync(file('versions'))]).toEqual([false, []]);
});

test('a rotation whose key was told of is taken up at once, and three versions stay', async () => {
  await mesh.rotation(arn);
  const look = agentOf();
  await look();
  for (let turn = 0; turn < 4; turn += 1) {
    await mesh.rotation(arn);
    expect((await look()).code).toBe('CURRENT');
    expect(served(MESH_FILES.certificate)).toBe(mesh.current(arn).certificate);
  }
  expect(readdirSync(file('versions'))).toHaveLength(3);
});

test('without a change nothing is written', async () => {
  await mesh.rotation(arn);
  const look = agentOf();
  await look();
  const link = readlinkSync(file('current'));
  await look();
  expect(readlinkSync(file('current'))).toBe(link);
});

test('a key that nobody was told of waits until all have looked', async () => {
  await mesh.rotation(arn);
  const first = mesh.current(arn);
  let now = Date.now();
  const look = agentOf(() => now);
  await look();
  // the promise is taken back, so that the next rotation makes a new key, while the old one stays known
  await mesh.pins.update(({ services }) => ({ services: { ...services, inference: { pins: [first.pin] } } }));
  await mesh.rotation(arn);
  expect(mesh.current(arn).pin).not.toBe(first.nextPin);
  expect((await look()).code).toBe('WAITING');
  expect(served(MESH_FILES.certificate)).toBe(first.certificate);
  now = Date.parse(mesh.current(arn).createdAt) + GRACE_MS - 1;
  expect((await look()).code).toBe('WAITING');
  now += 1;
  expect((await look()).code).toBe('CURRENT');
  expect(served(MESH_FILES.certificate)).toBe(mesh.current(arn).certificate);
});

test('a service that was let in again does not wait with a key that nobody takes', async () => {
  await mesh.rotation(arn);
  const look = agentOf();
  await look();
  await mesh.pins.update((pins) => readmit(revoke(pins, 'inference'), 'inference'));
  await mesh.rotation(arn);
  expect((await look()).code).toBe('CURRENT');
});

test('while Secrets Manager is away it serves what it has, and nothing once that is expired', async () => {
  await mesh.rotation(arn);
  let now = Date.now();
  const look = agentOf(() => now);
  const { notAfter = 0 } = await look();
  mesh.secrets.faults = () => 'broken';
  now = notAfter - 1;
  expect(await look()).toEqual({ healthy: true, code: 'STALE', notAfter });
  expect(isServing()).toBe(true);
  now = notAfter;
  expect(await look()).toEqual({ healthy: false, code: 'EXPIRED' });
  expect([isServing(), readdirSync(file('versions'))]).toEqual([false, []]);
});

test('an expired certificate is not served, wherever it comes from', async () => {
  await mesh.rotation(arn);
  const look = agentOf(() => Date.now() + 8 * DAY_MS);
  expect(await look()).toEqual({ healthy: false, code: 'NONE', fault: 'EXPIRED' });
  expect(isServing()).toBe(false);
});

test('a pair that does not match is not served', async () => {
  await mesh.rotation(arn);
  const look = agentOf();
  await look();
  const good = served(MESH_FILES.certificate);
  const other = mesh.service('billing');
  await mesh.rotation(other);
  mesh.secrets.overwrite(
    arn,
    JSON.stringify({ ...mesh.current(arn), certificate: mesh.current(other).certificate }),
  );
  expect(await look()).toMatchObject({ healthy: true, code: 'REFUSED', fault: 'KEY_MISMATCH' });
  mesh.secrets.overwrite(arn, JSON.stringify(mesh.current(other)));
  expect(await look()).toMatchObject({ healthy: true, code: 'REFUSED', fault: 'WRONG_IDENTITY' });
  expect(served(MESH_FILES.certificate)).toBe(good);
});

test('before the first rotation there is nothing to serve, and after it there is', async () => {
  const look = agentOf();
  expect(await look()).toEqual({ healthy: false, code: 'NONE' });
  await mesh.rotation(arn);
  expect((await look()).healthy).toBe(true);
});

test('whoever reads by the link never sees a pair of two versions', async () => {
  await mesh.rotation(arn);
  const folder = new VersionFolder(directory);
  const first = mesh.current(arn);
  await mesh.rotation(arn);
  const pairs = [first, mesh.current(arn)].map(
    ({ certificate, key }) =>
      new Map([
        ['certificate.pem', certificate],
        ['key.pem', key],
      ]),
  );
  await folder.publish(folder.nextVersion(), pairs[0] ?? new Map());
  let swaps = 0;
  const over = new AbortController();
  const swapping = (async () => {
    for (; !over.signal.aborted; swaps += 1)
      await folder.publish(folder.nextVersion(), pairs[swaps % 2] ?? new Map());
  })();
  let [reads, mismatched] = [0, 0];
  const end = Date.now() + 1_500;
  while (Date.now() < end) {
    await new Promise((resolve) => setImmediate(resolve));
    const version = path.join(directory, readlinkSync(file('current')));
    // between the two reads the link may move on
    const certificate = readFileSync(path.join(version, 'certificate.pem'));
    await new Promise((resolve) => setImmediate(resolve));
    const key = readFileSync(path.join(version, 'key.pem'));
    reads += 1;
    if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) mismatched += 1;
  }
  over.abort();
  await swapping;
  expect(mismatched).toBe(0);
  expect(Math.min(reads, swaps)).toBeGreaterThan(10);
});

describe('health', () => {
  const now = 1_800_000_000_000;
  const good = { healthy: true, code: 'CURRENT', notAfter: now + 1 } as const;

  test('is good while the agent looks and the certificate is valid', () => {
    writeHealth(directory, good, now - 180_000);
    expect(isHealthy(directory, now)).toBe(true);
  });

  test.each([
    ['no look for more than three minutes', () => writeHealth(directory, good, now - 180_001)],
    ['a certificate that just ran out', () => writeHealth(directory, { ...good, notAfter: now }, now)],
    ['nothing to serve', () => writeHealth(directory, { healthy: false, code: 'REVOKED' }, now)],
    ['no file', () => undefined],
  ])('is bad with %s', (_, prepare) => {
    prepare();
    expect(isHealthy(directory, now)).toBe(false);
  });
});
