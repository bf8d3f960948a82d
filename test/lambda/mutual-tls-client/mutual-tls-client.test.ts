import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type TlsOptions } from 'node:tls';
import { MutualTlsClient, MutualTlsError } from '../../../lambda/mutual-tls-client';
import type { Identity } from '../../../lambda/mesh/identity';
import type { Membership, MembershipSource } from '../../../lambda/mesh/membership';
import type { Pins } from '../../../lambda/mesh/pins';
import { spiffeId } from '../../../lambda/mesh/service-identity';
import { spkiPin } from '../../../lambda/mesh/spki-pin';
import { TestAuthority, type Leaf, type LeafProps } from '../../support/mesh-pki';
import { MeshServer } from '../../support/mesh-server';
import { OpensslServer } from '../../support/openssl-server';

const DAY_MS = 86_400_000;
const idOf = (service: string) => spiffeId('phi.internal', service);
const SELF = { trustDomain: 'phi.internal', service: 'caller', spiffeId: idOf('caller') };

const servers: MeshServer[] = [];
const clients: MutualTlsClient[] = [];
let authority: TestAuthority;
let own: Identity;
beforeAll(async () => {
  authority = await TestAuthority.create('Invented root');
  own = await identity({ uris: [idOf('caller')] });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const pinOf = ({ key }: Leaf) => spkiPin(createPrivateKey(key));

async function identity(props: LeafProps): Promise<Identity> {
  const leaf = await authority.leaf(props);
  const next = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return {
    createdAt: new Date().toISOString(),
    certificate: leaf.certificate,
    key: leaf.key,
    pin: pinOf(leaf),
    nextKey: next.export({ type: 'pkcs8', format: 'pem' }).toString(),
    nextPin: spkiPin(next),
  };
}

function pinsWith(service: Pins['services'][string]): Pins {
  return { services: { inference: service } };
}

/** A source that a test may change. */
class Source implements MembershipSource {
  readonly self = SELF;
  reads = 0;
  fails = false;
  constructor(public membership: Membership) {}

  read(): Promise<Membership> {
    this.reads += 1;
    return this.fails ? Promise.reject(new Error('not there')) : Promise.resolve(this.membership);
  }
}

async function serve(leaf: Leaf, options: TlsOptions = {}): Promise<MeshServer> {
  const server = new MeshServer({ cert: leaf.certificate, key: leaf.key, ca: authority.pem, ...options });
  servers.push(server);
  return server.start();
}

function clientOf(
  server: { readonly port: number },
  source: MembershipSource,
  now?: () => number,
): MutualTlsClient {
  const client = new MutualTlsClient({
    source,
    peer: 'inference',
    host: '127.0.0.1',
    port: server.port,
    ...(now && { now }),
  });
  clients.push(client);
  return client;
}

async function ask(client: MutualTlsClient): Promise<string> {
  try {
    const answer = await client.request({ method: 'GET', path: '/' });
    return `${answer.statusCode} ${await text(answer)}`;
  } catch (error) {
    return error instanceof MutualTlsError ? error.code : `not typed: ${String(error)}`;
  }
}

/** What comes of a call to a server with such a certificate. */
async function callOf(props: LeafProps, options: TlsOptions = {}, changes: Partial<Membership> = {}) {
  const leaf = await authority.leaf({ uris: [idOf('inference')], ...props });
  const server = await serve(leaf, options);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
    ...changes,
  });
  const outcome = await ask(clientOf(server, source));
  return { outcome, requests: server.requests };
}

test.each(['TLSv1.2', 'TLSv1.3'] as const)('the right service is called over %s', async (version) => {
  const { outcome } = await callOf({}, { minVersion: version, maxVersion: version });
  expect(outcome).toBe('200 an answer');
});

test('during a change of the CA both anchors vouch', async () => {
  const next = await TestAuthority.create('Next root');
  const leaf = await next.leaf({ uris: [idOf('inference')] });
  const server = await serve(leaf);
  const pins = pinsWith({ pins: [pinOf(leaf)] });
  const of = (anchors: string) => new Source({ identity: own, anchors, pins });
  expect(await ask(clientOf(server, of(`${authority.pem}${next.pem}`)))).toBe('200 an answer');
  expect(await ask(clientOf(server, of(authority.pem)))).toBe('PEER_UNTRUSTED');
});

test('a CA below the anchor is followed', async () => {
  const below = await TestAuthority.create('Issuing', authority);
  const leaf = await below.leaf({ uris: [idOf('inference')] });
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  expect(await ask(clientOf(await serve(leaf), source))).toBe('200 an answer');
});

describe('is refused before a byte of the request is sent', () => {
  const day = (days: number) => new Date(Date.now() + days * DAY_MS);
  test.each<[string, LeafProps, string]>([
    ['another SPIFFE id', { uris: [idOf('billing')] }, 'PEER_IDENTITY'],
    ['an id that begins with the right one', { uris: [idOf('inference-evil')] }, 'PEER_IDENTITY'],
    ['the right id beside another', { uris: [idOf('inference'), idOf('billing')] }, 'PEER_IDENTITY'],
    ['an id in the common name alone', { uris: [], commonName: idOf('inference') }, 'PEER_IDENTITY'],
    ['an id as a name of DNS', { uris: [], dnsNames: ['inference.mesh.local'] }, 'PEER_IDENTITY'],
    [
      'a name of DNS that reads as a list',
      { uris: [], dnsNames: [`a, URI:${idOf('inference')}`] },
      'PEER_IDENTITY',
    ],
    ['another trust domain', { uris: [spiffeId('other.internal', 'inference')] }, 'PEER_IDENTITY'],
    ['an expired certificate', { notBefore: day(-9), notAfter: day(-1) }, 'PEER_EXPIRED'],
    ['a certificate of tomorrow', { notBefore: day(1) }, 'PEER_EXPIRED'],
    ['a certificate for clients only', { uses: ['client'] }, 'PEER_UNTRUSTED'],
  ])('%s', async (_, props, code) => {
    expect(await callOf(props)).toEqual({ outcome: code, requests: 0 });
  });

  test.each<[string, TlsOptions, string]>([
    ['TLS 1.1', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, 'PROTOCOL'],
    ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }, 'PROTOCOL'],
    ['CBC', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }, 'PROTOCOL'],
    ['ChaCha20', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305' }, 'PROTOCOL'],
    ['ChaCha20 of TLS 1.3', { minVersion: 'TLSv1.3', ciphers: 'TLS_CHACHA20_POLY1305_SHA256' }, 'PROTOCOL'],
  ])('%s', async (_, options, code) => {
    expect(await callOf({}, options)).toEqual({ outcome: code, requests: 0 });
  });

  test('the same server is there for a client that lets TLS 1.1 through', async () => {
    const leaf = await authority.leaf({ uris: [idOf('inference')] });
    const server = await serve(leaf, {
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const protocol = await new Promise((resolve, reject) => {
      const socket = connect({
        port: server.port,
        ca: authority.pem,
        cert: own.certificate,
        key: own.key,
        minVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
        checkServerIdentity: () => undefined,
      });
      socket.once('secureConnect', () => resolve(socket.getProtocol()));
      socket.once('error', reject);
    });
    expect(protocol).toBe('TLSv1.1');
  });

  test('another CA', async () => {
    const rogue = await TestAuthority.create('Invented root');
    const leaf = await rogue.leaf({ uris: [idOf('inference')] });
    const server = await serve(leaf);
    const pins = pinsWith({ pins: [pinOf(leaf)] });
    const source = new Source({ identity: own, anchors: authority.pem, pins });
    expect(await ask(clientOf(server, source))).toBe('PEER_UNTRUSTED');
    expect(server.requests).toBe(0);
  });

  test.each<[string, Pins, string]>([
    [
      'a key that is not published',
      pinsWith({ pins: [spkiPin(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)] }),
      'PEER_PIN',
    ],
    ['a service without keys', pinsWith({ pins: [] }), 'PEER_UNKNOWN'],
    ['a service that was revoked', pinsWith({ pins: [], revoked: true }), 'PEER_UNKNOWN'],
    ['a service that nobody knows', { services: {} }, 'PEER_UNKNOWN'],
    ['this service, once it is revoked', { services: { caller: { pins: [], revoked: true } } }, 'REVOKED'],
  ])('%s', async (_, pins, code) => {
    expect(await callOf({}, {}, { pins })).toEqual({ outcome: code, requests: 0 });
  });

  test.each<[string, LeafProps]>([
    ['expired', { notBefore: day(-9), notAfter: day(-1) }],
    ['of another service', { uris: [idOf('billing')] }],
    ['of a month', { notAfter: day(30) }],
  ])('our own certificate, %s', async (_, props) => {
    const changed = await identity({ uris: [idOf('caller')], ...props });
    expect(await callOf({}, {}, { identity: changed })).toEqual({ outcome: 'OWN_CERTIFICATE', requests: 0 });
  });
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a server that will not have us over %s is told from one that is not there',
  async (version) => {
    const leaf = await authority.leaf({ uris: [idOf('inference')] });
    const other = await TestAuthority.create('Another root');
    const server = await OpensslServer.start({ ...leaf, clientAnchors: other.pem, version });
    const pins = pinsWith({ pins: [pinOf(leaf)] });
    const source = new Source({ identity: own, anchors: authority.pem, pins });
    const client = clientOf(server, source);
    expect(await ask(client)).toBe('REFUSED_BY_PEER');
    await server.stop();
    expect(await ask(client)).toBe('CONNECTION');
  },
);

test('without secrets there is no call; with what was read before there is one', async () => {
  const leaf = await authority.leaf({ uris: [idOf('inference')] });
  const server = await serve(leaf);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  let now = Date.now();
  const client = clientOf(server, source, () => now);
  source.fails = true;
  expect(await ask(client)).toBe('SECRETS');
  source.fails = false;
  expect(await ask(client)).toBe('200 an answer');
  source.fails = true;
  now += 120_000;
  expect(await ask(client)).toBe('200 an answer');
});

test('connections are kept, and a new identity closes them', async () => {
  const leaf = await authority.leaf({ uris: [idOf('inference')] });
  const server = await serve(leaf);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  let now = Date.now();
  const client = clientOf(server, source, () => now);
  await ask(client);
  await ask(client);
  expect(await server.connections()).toBe(1);
  expect([server.shown.size, source.reads]).toEqual([1, 1]);
  source.membership = { ...source.membership, identity: await identity({ uris: [idOf('caller')] }) };
  now += 59_000;
  await ask(client);
  expect(server.shown.size).toBe(1);
  now += 2_000;
  await ask(client);
  expect(server.shown.size).toBe(2);
  await wait(50);
  expect(await server.connections()).toBe(1);
});

test.each<[string, Pins, string]>([
  ['the peer', pinsWith({ pins: [], revoked: true }), 'PEER_UNKNOWN'],
  ['this service', { services: { caller: { pins: [], revoked: true } } }, 'REVOKED'],
])('a connection that is there is of no use once %s is revoked', async (_, pins, code) => {
  const leaf = await authority.leaf({ uris: [idOf('inference')] });
  const server = await serve(leaf);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  let now = Date.now();
  const client = clientOf(server, source, () => now);
  await ask(client);
  source.membership = { ...source.membership, pins };
  now += 59_999;
  expect(await ask(client)).toBe('200 an answer');
  now += 1;
  expect(await ask(client)).toBe(code);
  expect(server.requests).toBe(2);
});

test('a connection does not outlive the certificate', async () => {
  const leaf = await authority.leaf({ uris: [idOf('inference')], notAfter: new Date(Date.now() + 2_500) });
  const server = await serve(leaf);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  const client = clientOf(server, source);
  expect(await ask(client)).toBe('200 an answer');
  await wait(2_600);
  expect(await server.connections()).toBe(0);
  expect(await ask(client)).toBe('PEER_EXPIRED');
});

test('a connection takes no further request after five minutes', async () => {
  const leaf = await authority.leaf({ uris: [idOf('inference')] });
  const server = await serve(leaf);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  let now = Date.now();
  const client = clientOf(server, source, () => now);
  await ask(client);
  expect(await server.connections()).toBe(1);
  now += 299_999;
  await ask(client);
  expect([server.opened, await server.connections()]).toEqual([1, 1]);
  // as after a function was frozen: nobody looked at the connection meanwhile
  now += 1;
  await ask(client);
  await wait(50);
  expect([server.opened, await server.connections()]).toEqual([2, 1]);
});

test('refusals have a code and no value', async () => {
  const leaf = await authority.leaf({ uris: [idOf('billing')] });
  const server = await serve(leaf);
  const source = new Source({
    identity: own,
    anchors: authority.pem,
    pins: pinsWith({ pins: [pinOf(leaf)] }),
  });
  const call = clientOf(server, source).request({ method: 'POST', path: '/?mrn=invented', body: 'invented' });
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MutualTlsError);
  expect(String(error)).toBe('MutualTlsError: the SPIFFE id of the peer is another one');
});
