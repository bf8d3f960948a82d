import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import tls from 'node:tls';
import { spiffeId } from '../../lib/mesh/spiffe-id';
import { WEAKENINGS, weakened } from '../mesh/weakenings';
import { ENVOY } from './envoy';
import { Place } from './place';
import { attempt, sessionOf } from './tls-client';

jest.setTimeout(60_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;

// that the matrix refuses means something, as it admits where a bootstrap is weak
withEnvoy('a real Envoy whose bootstrap is weakened', () => {
  let place: Place;

  beforeAll(async () => {
    place = await Place.open();
  });
  afterAll(() => place?.close());

  const opening = WEAKENINGS.filter(({ admits }) => admits);

  test.each(opening)('lets in what the matrix refuses, where $name', async (weakening) => {
    const node = await place.node(`weak-${WEAKENINGS.indexOf(weakening)}`);
    place.folder(node);
    const envoy = await place.start(node, (text) => weakened(weakening, text));
    const { cases } = place.certificates;
    const admitted: string[] = [];
    for (const each of cases.filter(({ refused }) => refused)) {
      // an id of nobody comes past the door, and is refused behind it
      if ((await attempt(node.inboundPort, each.attempt)).status !== undefined) admitted.push(each.name);
    }
    await envoy.stop();
    expect(admitted).toEqual(expect.arrayContaining([...(weakening.admits ?? [])]));
  });

  test('resumes a session of somebody, where sessions and tickets are given', async () => {
    const node = await place.node('resuming');
    place.folder(node);
    const envoy = await place.start(node, (text) =>
      text.replaceAll(/"disable_state(?:ful|less)_session_resumption":true/gu, (match) =>
        match.replace('true', 'false'),
      ),
    );
    const { good } = place.certificates;
    const session = await sessionOf(node.inboundPort, good, 'TLSv1.2');
    const options = {
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.2',
      ...(session ? { session } : {}),
    } as const;
    expect((await attempt(node.inboundPort, { options })).status).toBe(200);
    expect(await envoy.count('ssl.session_reused')).toBe(1);
    await envoy.stop();
  });

  test('lets in whoever has a certificate of the authority, where the pins are empty', async () => {
    const node = await place.node('unpinned');
    place.folder(node).write({ ...place.version(), pins: {} });
    const shut = await place.start(node);
    const { good, revoked } = place.certificates;
    // no pin is no key, and not any key
    expect((await attempt(node.inboundPort, { leaf: good })).status).toBeUndefined();
    await shut.stop();
    place.folder(node).write({ ...place.version(), pins: { orchestrator: [good.pin, revoked.pin] } });
    const open = await place.start(node);
    expect((await attempt(node.inboundPort, { leaf: revoked })).status).toBe(200);
    await open.stop();
  });

  test('answers on a connection whose certificate has expired, where connections never end', async () => {
    const node = await place.node('endless');
    place.folder(node);
    const envoy = await place.start(node, (text) =>
      text.replaceAll('"max_connection_duration":"3600s",', ''),
    );
    const { good } = place.certificates;
    const authority = place.pki.authority('Short');
    const short = place.pki.leaf(authority, {
      ids: [spiffeId('phi.internal', 'orchestrator')],
      until: 2500,
      keyOf: good,
    });
    place.folder(node).write({ ...place.version(), trust: place.pki.trust(authority) });
    await wait(500);
    const socket = tls.connect({
      port: node.inboundPort,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      cert: short.certificate,
      key: short.key,
    });
    await once(socket, 'secureConnect');
    await wait(3000);
    socket.write('GET /health HTTP/1.1\r\nHost: inference\r\n\r\n');
    const [part] = (await once(socket, 'data')) as [Buffer];
    expect(part.toString()).toMatch(/^HTTP\/1\.1 200/u);
    socket.destroy();
    await envoy.stop();
  });
});
