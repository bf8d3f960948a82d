import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import tls from 'node:tls';
import type { MeshOutsidePeer } from '../../lib/mesh/bootstrap/mesh-node';
import { spiffeId } from '../../lib/mesh/spiffe-id';
import { ENVOY, freePort, type RunningEnvoy } from './envoy';
import type { LeafOptions } from './openssl-pki';
import { Place } from './place';

jest.setTimeout(60_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;
const DAY = 86_400_000;

interface Door {
  readonly name: string;
  readonly leaf?: LeafOptions;
  /** Whose certificate the door shows: that of the authority that was named, of the mesh, or of somebody else. */
  readonly authority?: 'mesh' | 'other';
  readonly options?: tls.SecureContextOptions;
  readonly refused?: string;
}

/** The host that is meant is `localhost`. */
const DOORS: readonly Door[] = [
  { name: 'the door itself' },
  { name: 'the door, named beside others', leaf: { hosts: ['door.example', '*.example', 'localhost'] } },
  {
    name: 'the door over TLS 1.2',
    options: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
  },
  { name: "a door of the mesh's own authority", authority: 'mesh', refused: 'ssl.fail_verify_error' },
  { name: 'a door of another authority', authority: 'other', refused: 'ssl.fail_verify_error' },
  { name: 'another host', leaf: { hosts: ['localhost.example'] }, refused: 'ssl.fail_verify_san' },
  {
    name: 'the host in the common name alone',
    leaf: { hosts: [], commonName: 'localhost' },
    refused: 'ssl.fail_verify_san',
  },
  {
    name: 'a certificate that has expired',
    leaf: { hosts: ['localhost'], from: -9 * DAY, until: -60_000 },
    refused: 'ssl.fail_verify_error',
  },
  {
    name: 'a certificate for clients alone',
    leaf: { hosts: ['localhost'], usage: 'clientAuth' },
    refused: 'ssl.fail_verify_error',
  },
  {
    name: 'a door of TLS 1.1',
    options: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
    refused: 'ssl.connection_error',
  },
];

withEnvoy('on the way to a load balancer that verifies clients, real Envoy', () => {
  let place: Place;
  let envoy: RunningEnvoy;
  let peers: readonly MeshOutsidePeer[] = [];
  const servers: https.Server[] = [];
  const heard: (string | undefined)[] = [];

  beforeAll(async () => {
    place = await Place.open();
    const mesh = place.pki.authority('Mesh');
    const authorities = { named: place.pki.authority('Doors'), mesh, other: place.pki.authority('Doors') };
    for (const [at, door] of DOORS.entries()) {
      const { certificate, key } = place.pki.leaf(authorities[door.authority ?? 'named'], {
        hosts: ['localhost'],
        usage: 'serverAuth',
        ...door.leaf,
      });
      const server = https.createServer(
        {
          cert: certificate,
          key,
          // as the trust store has it: the authority of the mesh
          ca: place.pki.trust(mesh),
          requestCert: true,
          rejectUnauthorized: true,
          ...door.options,
        },
        ({ socket }, response) => {
          heard[at] =
            socket instanceof tls.TLSSocket ? socket.getPeerCertificate().subjectaltname : 'in clear';
          response.end('{}');
        },
      );
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
    }
    peers = await Promise.all(
      servers.map(async (server, at) => ({
        service: `door-${at}`,
        host: 'localhost',
        port: (server.address() as net.AddressInfo).port,
        localPort: await freePort(),
        anchors: place.pki.trust(authorities.named),
      })),
    );
    const node = await place.node('summaries', { service: 'summaries', callers: [], outsidePeers: peers });
    const identity = place.pki.leaf(mesh, { ids: [spiffeId('phi.internal', 'summaries')] });
    place.folder(node).write({ identity, trust: place.pki.trust(mesh), pins: {} });
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

  test.each(DOORS.map((door, at) => ({ ...door, at })))('$name', async ({ at, refused }) => {
    const status = await post(peers[at]?.localPort ?? 0);
    expect(status).toBe(refused === undefined ? 200 : 503);
    if (refused === undefined) {
      // the door has seen who calls
      expect(heard[at]).toBe('URI:spiffe://phi.internal/service/summaries');
    } else {
      expect(heard[at]).toBeUndefined();
      expect(await envoy.count(`cluster.door-${at}.${refused}`)).toBeGreaterThanOrEqual(1);
    }
  });
});

function post(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', method: 'POST', agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject);
    request.end('{}');
  });
}
