import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import tls from 'node:tls';
import type { MeshPeer } from '../../lib/mesh/bootstrap/mesh-node';
import { spiffeId } from '../../lib/mesh/spiffe-id';
import { ENVOY, freePort, type RunningEnvoy } from './envoy';
import type { Authority, LeafOptions, Minted } from './openssl-pki';
import { Place } from './place';

jest.setTimeout(60_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;
const DAY = 86_400_000;

interface Server {
  readonly name: string;
  readonly leaf?: LeafOptions;
  readonly authority?: 'other';
  readonly isPinned?: false;
  readonly isClear?: true;
  readonly options?: tls.SecureContextOptions;
  /** Counter of Envoy that says why nothing is sent. */
  readonly refused?: string;
}

const only = (version: tls.SecureVersion, ciphers: string): tls.SecureContextOptions => ({
  minVersion: version,
  maxVersion: version,
  ciphers: `${ciphers}:@SECLEVEL=0`,
});

/** The service that is meant is `peer-<place in the list>`. */
const SERVERS: readonly Server[] = [
  { name: 'the peer itself' },
  { name: 'the peer over TLS 1.2', options: only('TLSv1.2', 'ECDHE-ECDSA-AES128-GCM-SHA256') },
  { name: 'a peer of another authority', authority: 'other', refused: 'ssl.fail_verify_error' },
  {
    name: 'another service',
    leaf: { ids: [spiffeId('phi.internal', 'billing')] },
    refused: 'ssl.fail_verify_san',
  },
  {
    name: 'a service that has the DNS name and no id',
    leaf: { ids: [], hosts: ['localhost'] },
    refused: 'ssl.fail_verify_san',
  },
  { name: 'a key that is not pinned', isPinned: false, refused: 'ssl.fail_verify_cert_hash' },
  {
    name: 'a certificate that has expired',
    leaf: { from: -9 * DAY, until: -60_000 },
    refused: 'ssl.fail_verify_error',
  },
  {
    name: 'a certificate that is not valid yet',
    leaf: { from: DAY, until: 2 * DAY },
    refused: 'ssl.fail_verify_error',
  },
  {
    name: 'a certificate for clients alone',
    leaf: { usage: 'clientAuth' },
    refused: 'ssl.fail_verify_error',
  },
  { name: 'a server of TLS 1.1', options: only('TLSv1.1', 'ALL'), refused: 'ssl.connection_error' },
  {
    name: 'a server with CBC',
    options: only('TLSv1.2', 'ECDHE-ECDSA-AES128-SHA256'),
    refused: 'ssl.connection_error',
  },
  {
    name: 'a server with ChaCha20',
    options: { minVersion: 'TLSv1.3', ciphers: 'TLS_CHACHA20_POLY1305_SHA256' },
    refused: 'ssl.connection_error',
  },
  { name: 'a server without TLS', isClear: true, refused: 'ssl.connection_error' },
];

withEnvoy('on the way to a peer, real Envoy', () => {
  let place: Place;
  let envoy: RunningEnvoy;
  let peers: readonly MeshPeer[] = [];
  const servers: http.Server[] = [];
  const heard: (string | undefined)[] = [];

  beforeAll(async () => {
    place = await Place.open();
    const authority = place.pki.authority('Mesh');
    const leaves = SERVERS.map((server, at) => leafOf(place, authority, server, at));
    for (const [at, server] of SERVERS.entries()) servers.push(await listen(server, leaves[at], authority));
    peers = await Promise.all(
      servers.map(async (server, at) => ({
        service: `peer-${at}`,
        host: 'localhost',
        port: (server.address() as net.AddressInfo).port,
        localPort: await freePort(),
      })),
    );
    const node = await place.node('orchestrator', { service: 'orchestrator', callers: [], peers });
    const identity = place.pki.leaf(authority, { ids: [spiffeId('phi.internal', 'orchestrator')] });
    const pins = Object.fromEntries(
      SERVERS.map(({ isPinned = true }, at) => [
        `peer-${at}`,
        [(isPinned ? leaves[at] : identity)?.pin ?? ''],
      ]),
    );
    place.folder(node).write({ identity, trust: place.pki.trust(authority), pins });
    envoy = await place.start(node);
  });
  afterAll(async () => {
    await envoy?.stop();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await place?.close();
  });

  test.each(SERVERS.map((server, at) => ({ ...server, at })))('$name', async ({ at, refused }) => {
    const status = await get(peers[at]?.localPort ?? 0);
    expect(status).toBe(refused === undefined ? 200 : 503);
    if (refused === undefined) {
      // the peer has seen who calls
      expect(heard[at]).toContain('URI:spiffe://phi.internal/service/orchestrator');
    } else {
      expect(heard[at]).toBeUndefined();
      expect(await envoy.count(`cluster.peer-${at}.${refused}`)).toBeGreaterThanOrEqual(1);
    }
  });

  function listen(server: Server, leaf: Minted | undefined, authority: Authority): Promise<http.Server> {
    const at = SERVERS.indexOf(server);
    const answer: http.RequestListener = (request, response) => {
      const { socket } = request;
      heard[at] = socket instanceof tls.TLSSocket ? socket.getPeerCertificate().subjectaltname : 'in clear';
      response.end('{}');
    };
    const made = server.isClear
      ? http.createServer(answer)
      : https.createServer(
          {
            cert: leaf?.certificate,
            key: leaf?.key,
            ca: place.pki.trust(authority),
            requestCert: true,
            rejectUnauthorized: true,
            ...server.options,
          },
          answer,
        );
    made.listen(0, '127.0.0.1');
    return once(made, 'listening').then(() => made);
  }
});

function leafOf(place: Place, authority: Authority, server: Server, at: number): Minted {
  const from = server.authority === 'other' ? place.pki.authority('Other') : authority;
  return place.pki.leaf(from, { ids: [spiffeId('phi.internal', `peer-${at}`)], ...server.leaf });
}

function get(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.get({ port, host: '127.0.0.1', path: '/v1/search', agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject);
  });
}
