import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import type { MeshNode } from '../../lib/mesh/bootstrap/mesh-node';
import { COUNTERS } from './cases';
import { ENVOY, type RunningEnvoy } from './envoy';
import { Place } from './place';
import { attempt, sessionOf } from './tls-client';

jest.setTimeout(60_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;

withEnvoy('at the door of a service, real Envoy', () => {
  let place: Place;
  let node: MeshNode;
  let envoy: RunningEnvoy;

  beforeAll(async () => {
    place = await Place.open();
    node = await place.node('inference');
    place.folder(node);
    envoy = await place.start(node);
  });
  afterAll(async () => {
    await envoy?.stop();
    await place?.close();
  });

  // the certificates exist when the tests run, and jest wants names before: the count is held below
  test('admits what is right and refuses the rest, each counted as what it is', async () => {
    const { cases } = place.certificates;
    const seen: string[] = [];
    const wanted: string[] = [];
    for (const each of cases) {
      const counters = each.refused ? COUNTERS[each.refused] : ['cluster.application.upstream_rq_200'];
      const before = await envoy.count(...counters);
      const answer = await attempt(node.inboundPort, each.attempt);
      const counted = await soon(async () => (await envoy.count(...counters)) - before);
      const status =
        answer.status === 200 ? 'admitted' : answer.status === undefined ? 'refused' : answer.status;
      seen.push(`${each.name}: ${status}, counted ${counted}`);
      wanted.push(`${each.name}: ${each.refused ? 'refused' : 'admitted'}, counted 1`);
    }
    expect(seen).toEqual(wanted);
    expect(cases.filter(({ refused }) => refused).length).toBeGreaterThanOrEqual(18);
  });

  test('refuses a client that fell back, which somebody on the way may have made it do', async () => {
    const { good } = place.certificates;
    const before = await envoy.count(...COUNTERS.handshake);
    const fallback = ['-tls1_2', '-fallback_scsv', '-cert', good.certificateFile, '-key', good.keyFile];
    const args = ['s_client', '-connect', `127.0.0.1:${node.inboundPort}`, ...fallback];
    const { stdout, stderr } = spawnSync('openssl', args, { input: '', encoding: 'utf8', timeout: 10_000 });
    expect(`${stdout}${stderr}`).toContain('inappropriate fallback');
    expect(await soon(async () => (await envoy.count(...COUNTERS.handshake)) - before)).toBe(1);
  });

  test('does not negotiate again on a connection', async () => {
    const { good } = place.certificates;
    const socket = tls.connect({
      port: node.inboundPort,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      maxVersion: 'TLSv1.2',
      cert: good.certificate,
      key: good.key,
    });
    const outcome = await new Promise<string>((resolve) => {
      socket.on('error', () => resolve('refused'));
      socket.on('close', () => resolve('refused'));
      socket.on('secureConnect', () => {
        socket.renegotiate({}, (error) => resolve(error ? 'refused' : 'renegotiated'));
        socket.resume();
      });
    });
    socket.destroy();
    expect(outcome).toBe('refused');
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('gives nothing to resume over %s', async (version) => {
    const { good } = place.certificates;
    const session = await sessionOf(node.inboundPort, good, version);
    const options = { minVersion: version, maxVersion: version, ...(session ? { session } : {}) };
    // whoever has the session and not the key
    const replayed = await attempt(node.inboundPort, { options });
    expect(replayed.status).toBeUndefined();
    await attempt(node.inboundPort, { leaf: good, options });
    expect(await envoy.count('ssl.session_reused')).toBe(0);
  });

  test('answers nothing without TLS', async () => {
    const { spawnSync: run } = { spawnSync };
    const { status } = run('curl', ['-s', '-m', '5', `http://127.0.0.1:${node.inboundPort}/health`]);
    expect(status).not.toBe(0);
  });

  test('shows a certificate of its own that a client can check', async () => {
    const { good, trustFile } = place.certificates;
    const file = path.join(place.directory, 'trust.pem');
    writeFileSync(file, place.version().trust);
    expect(trustFile).toBeTruthy();
    const options = { ca: place.version().trust, rejectUnauthorized: true };
    expect(await attempt(node.inboundPort, { leaf: good, options })).toMatchObject({
      status: 200,
      protocol: 'TLSv1.3',
    });
  });
});

/** What is counted may be written a moment after the connection has ended. */
async function soon(read: () => Promise<number>): Promise<number> {
  let value = 0;
  for (let waited = 0; waited < 40 && value === 0; waited++) {
    value = await read();
    if (value === 0) await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return value;
}
