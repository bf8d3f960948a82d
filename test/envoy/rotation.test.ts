import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import tls from 'node:tls';
import { spiffeId } from '../../lib/mesh/spiffe-id';
import { ENVOY, freePort, type RunningEnvoy } from './envoy';
import { MeshFolder } from './mesh-folder';
import type { Authority, Minted } from './openssl-pki';
import { Place } from './place';

jest.setTimeout(90_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;

withEnvoy('while certificates change, real Envoy', () => {
  let place: Place;
  let authority: Authority;
  const running: RunningEnvoy[] = [];

  beforeAll(async () => {
    place = await Place.open();
    authority = place.pki.authority('Mesh');
  });
  afterEach(async () => {
    for (const envoy of running.splice(0)) await envoy.stop();
  });
  afterAll(() => place?.close());

  const leaf = (service: string, until?: number) =>
    place.pki.leaf(authority, {
      ids: [spiffeId('phi.internal', service)],
      ...(until === undefined ? {} : { until }),
    });

  /** A caller and a service, each behind its Envoy. */
  async function pair(name: string, connectionSeconds: number) {
    const service = await place.node(`${name}-in`, {
      callers: [{ service: 'orchestrator', routes: [] }],
      connectionSeconds,
    });
    const caller = await place.node(`${name}-out`, {
      service: 'orchestrator',
      callers: [],
      connectionSeconds,
      peers: [
        {
          service: 'inference',
          host: 'localhost',
          port: service.inboundPort,
          localPort: await freePort(),
        },
      ],
    });
    return { service, caller };
  }

  test('loses no request over six rotations, and uses no certificate after its connections have ended', async () => {
    const { service, caller } = await pair('rotating', 1);
    const folders = { orchestrator: new MeshFolder(caller), inference: new MeshFolder(service) };
    const callers = Array.from({ length: 7 }, () => leaf('orchestrator'));
    const services = Array.from({ length: 7 }, () => leaf('inference'));
    const trust = place.pki.trust(authority);
    // current and next, as the trust bundle has them; first those who check, then those who show
    const rotate = (step: number) => {
      const pinned = (leaves: readonly Minted[]) =>
        leaves.slice(Math.max(0, step - 1), step + 2).map(({ pin }) => pin);
      const pins = { orchestrator: pinned(callers), inference: pinned(services) };
      folders.inference.write({ identity: services[step] as Minted, trust, pins });
      folders.orchestrator.write({ identity: callers[step] as Minted, trust, pins });
    };
    rotate(0);
    running.push(await place.start(service), await place.start(caller));

    const statuses = new Map<number, number>();
    const seen: { readonly at: number; readonly hash: string }[] = [];
    const over = new AbortController();
    const load = Array.from({ length: 4 }, async () => {
      while (!over.signal.aborted) {
        const { status, body } = await get(caller.peers[0]?.localPort ?? 0);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const hash = /Hash=([0-9a-f]{64})/u.exec(body)?.[1];
        if (hash !== undefined) seen.push({ at: Date.now(), hash });
      }
    });
    const swaps: number[] = [];
    for (let step = 1; step <= 6; step++) {
      await wait(1200);
      rotate(step);
      swaps.push(Date.now());
    }
    // a connection lasts a second, and five more while it is drained
    await wait(7500);
    const settled = Date.now();
    await wait(1000);
    over.abort();
    await Promise.all(load);

    expect([...statuses.keys()]).toEqual([200]);
    expect(statuses.get(200)).toBeGreaterThan(100);
    expect(new Set(seen.map(({ hash }) => hash)).size).toBeGreaterThanOrEqual(5);
    const last = new Set(seen.filter(({ at }) => at > settled).map(({ hash }) => hash));
    expect(last.size).toBe(1);
    for (const envoy of running) {
      expect(await envoy.count('update_rejected')).toBe(0);
      // every version was read, on both sides
      expect(await envoy.count('sds.identity.update_success')).toBeGreaterThanOrEqual(6);
    }
  });

  test('answers many requests at once, over as many connections as they need', async () => {
    const { service, caller } = await pair('burst', 60);
    const identities = { orchestrator: leaf('orchestrator'), inference: leaf('inference') };
    const pins = { orchestrator: [identities.orchestrator.pin], inference: [identities.inference.pin] };
    const trust = place.pki.trust(authority);
    new MeshFolder(service).write({ identity: identities.inference, trust, pins });
    new MeshFolder(caller).write({ identity: identities.orchestrator, trust, pins });
    running.push(await place.start(service), await place.start(caller));
    const port = caller.peers[0]?.localPort ?? 0;
    const answers = await Promise.all(Array.from({ length: 300 }, () => get(port)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('ends a connection when its time is over, however busy it is', async () => {
    const { service } = await pair('ending', 2);
    const short = leaf('orchestrator', 3000);
    const pins = { orchestrator: [short.pin] };
    new MeshFolder(service).write({ identity: leaf('inference'), trust: place.pki.trust(authority), pins });
    running.push(await place.start(service));
    const started = Date.now();
    const socket = tls.connect({
      port: service.inboundPort,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      cert: short.certificate,
      key: short.key,
    });
    let answers = 0;
    socket.on('data', (part: Buffer) => (answers += part.toString().split('HTTP/1.1 200').length - 1));
    const ended = new Promise<number>((resolve) => {
      socket.on('close', () => resolve(Date.now() - started));
      socket.on('error', () => undefined);
    });
    const asking = setInterval(() => socket.write('GET /health HTTP/1.1\r\nHost: inference\r\n\r\n'), 100);
    const after = await ended;
    clearInterval(asking);
    expect(answers).toBeGreaterThan(3);
    expect(after).toBeGreaterThan(1900);
    // five seconds to drain, one to close
    expect(after).toBeLessThan(9500);
  });

  test('shuts out a service whose pins are taken away, without a restart', async () => {
    const { service, caller } = await pair('revoking', 1);
    const identity = leaf('orchestrator');
    const own = leaf('inference');
    const trust = place.pki.trust(authority);
    const pins = { orchestrator: [identity.pin], inference: [own.pin] };
    const folder = new MeshFolder(service);
    folder.write({ identity: own, trust, pins });
    new MeshFolder(caller).write({ identity, trust, pins });
    running.push(await place.start(service), await place.start(caller));
    const port = caller.peers[0]?.localPort ?? 0;
    expect((await get(port)).status).toBe(200);
    folder.write({ identity: own, trust, pins: { ...pins, orchestrator: [] } });
    const began = Date.now();
    while ((await get(port)).status === 200 && Date.now() - began < 10_000) await wait(100);
    expect((await get(port)).status).toBe(503);
    expect(Date.now() - began).toBeLessThan(9000);
    expect(await running[0]?.count('ssl.fail_verify_cert_hash')).toBeGreaterThanOrEqual(1);
  });
});

/** Connections of the application are kept, as a busy one would. */
const agent = new http.Agent({ keepAlive: true });
afterAll(() => agent.destroy());

function get(port: number): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const request = http.get({ port, host: '127.0.0.1', path: '/v1/answer', agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('error', () => resolve({ status: 0, body: '' }));
  });
}
