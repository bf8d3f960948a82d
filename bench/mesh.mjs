// What mutual TLS costs: requests through two real Envoys with the bootstraps of this package, beside the same two with TLS on
// one side only, in clear, and beside no Envoy at all. All four run at once and are asked in turns.
//   ENVOY_BIN=… npm run bench:mesh -- [--quick]
// --quick  shorter turns
// The application is an Envoy that answers at once, so that nothing but the way is measured; each Envoy has one thread. The exit
// code is 1 where a request by mutual TLS takes more than MOST_TIMES_CLEAR the time of one in clear.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { parseArgs } from 'node:util';
import { loadTestSupport, root } from './test-support.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const CONNECTIONS = values.quick ? [1, 16] : [1, 8, 64, 256];
const TURNS = values.quick ? 2 : 5;
const TURN_MS = values.quick ? 700 : 1500;
const HANDSHAKES = values.quick ? 40 : 300;
/** Machines differ; what is asked of one is a ratio. */
const MOST_TIMES_CLEAR = 4;
const BODY = 'x'.repeat(2048);

const support = await loadTestSupport(
  [
    'test/envoy/envoy',
    'test/envoy/openssl-pki',
    'test/envoy/mesh-folder',
    'test/mesh/mesh-nodes',
    'lib/mesh/bootstrap/envoy-bootstrap',
    'lib/mesh/spiffe-id',
  ],
  { beside: 'test/mesh' },
);
const { ENVOY, RunningEnvoy, OpensslPki, MeshFolder, NODE, envoyBootstrap, freePort, spiffeId } = support;
if (ENVOY === undefined) {
  console.error('no Envoy: bash scripts/install-envoy.sh DIR, and ENVOY_BIN=DIR/envoy');
  process.exit(0);
}

const directory = mkdtempSync(path.join(tmpdir(), 'mesh-'));
const pki = new OpensslPki(path.join(directory, 'pki'));
const authority = pki.authority('Mesh');
const leaf = (service) => pki.leaf(authority, { ids: [spiffeId(NODE.trustDomain, service)] });
const leaves = { orchestrator: leaf('orchestrator'), inference: leaf('inference') };
const pins = { orchestrator: [leaves.orchestrator.pin], inference: [leaves.inference.pin] };
const running = [];

async function start(name, bootstrap) {
  const envoy = await RunningEnvoy.start(bootstrap, directory, name);
  running.push(envoy);
}

/** An application that costs nothing. */
async function application() {
  const port = await freePort();
  const type = 'type.googleapis.com/envoy.extensions.filters';
  const manager = {
    '@type': `${type}.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'app',
    http_filters: [
      { name: 'envoy.filters.http.router', typed_config: { '@type': `${type}.http.router.v3.Router` } },
    ],
    route_config: {
      virtual_hosts: [
        {
          name: 'app',
          domains: ['*'],
          routes: [
            { match: { prefix: '/' }, direct_response: { status: 200, body: { inline_string: BODY } } },
          ],
        },
      ],
    },
  };
  await start('app', {
    admin: { address: { pipe: { path: path.join(directory, 'app.sock') } } },
    static_resources: {
      listeners: [
        {
          name: 'app',
          address: { socket_address: { address: '127.0.0.1', port_value: port } },
          filter_chains: [
            {
              filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }],
            },
          ],
        },
      ],
    },
  });
  return port;
}

/** What is left of a bootstrap where the two speak in clear, or only one shows a certificate. */
const KINDS = {
  'mutual TLS': (bootstrap) => bootstrap,
  'one-way TLS': (bootstrap) => {
    const { chain, manager, cluster } = partsOf(bootstrap);
    if (chain?.transport_socket) {
      const context = chain.transport_socket.typed_config;
      context.require_client_certificate = false;
      delete context.common_tls_context.combined_validation_context;
      manager.http_filters = manager.http_filters.slice(1);
    }
    if (cluster?.transport_socket)
      delete cluster.transport_socket.typed_config.common_tls_context.tls_certificate_sds_secret_configs;
    return bootstrap;
  },
  'in clear': (bootstrap) => {
    const { chain, manager, cluster } = partsOf(bootstrap);
    if (chain?.transport_socket) {
      delete chain.transport_socket;
      manager.http_filters = manager.http_filters.slice(1);
    }
    if (cluster) {
      delete cluster.transport_socket;
      // HTTP/2 as well, which without TLS is not negotiated
      const [options] = Object.values(cluster.typed_extension_protocol_options);
      delete options.auto_config;
      options.explicit_http_config = { http2_protocol_options: { max_concurrent_streams: 100 } };
    }
    return bootstrap;
  },
};

function partsOf({ static_resources: { listeners, clusters } }) {
  const [chain] = listeners[0].filter_chains;
  return { chain, manager: chain.filters[0].typed_config, cluster: clusters[1] };
}

async function way(kind, appPort) {
  const name = kind.replaceAll(' ', '-');
  const node = async (side, changes) => {
    const at = path.join(directory, `${name}-${side}`);
    mkdirSync(at);
    return { ...NODE, directory: at, adminPipe: path.join(at, 'admin.sock'), peers: [], ...changes };
  };
  const inbound = await node('in', {
    appPort,
    inboundPort: await freePort(),
    callers: [{ service: 'orchestrator', routes: [] }],
  });
  const localPort = await freePort();
  const outbound = await node('out', {
    service: 'orchestrator',
    callers: [],
    peers: [{ service: 'inference', host: 'localhost', port: inbound.inboundPort, localPort }],
  });
  for (const each of [inbound, outbound]) {
    const trust = pki.trust(authority);
    new MeshFolder(each).write({ identity: leaves[each.service], trust, pins });
    await start(`${name}-${each.service}`, KINDS[kind](envoyBootstrap(each)));
  }
  return { kind, port: localPort, inboundPort: inbound.inboundPort };
}

const quantile = (times, of) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * of))];

/** As many connections as are asked for, one request after the other on each. */
async function turn(port, connections, milliseconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const end = performance.now() + milliseconds;
  const ask = () =>
    new Promise((resolve, reject) => {
      const request = http.get({ port, host: '127.0.0.1', path: '/v1/answer', agent }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`status ${response.statusCode}`)),
        );
      });
      request.on('error', reject);
    });
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await ask();
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { times, seconds };
}

/** A new connection, up to where a request could be sent. */
async function handshakes({ kind, inboundPort }) {
  const times = [];
  for (let at = -5; at < HANDSHAKES; at++) {
    const start = performance.now();
    await new Promise((resolve, reject) => {
      const shown =
        kind === 'mutual TLS' ? { cert: leaves.orchestrator.certificate, key: leaves.orchestrator.key } : {};
      const socket =
        kind === 'in clear'
          ? net.connect(inboundPort, '127.0.0.1')
          : tls.connect({ port: inboundPort, host: '127.0.0.1', rejectUnauthorized: false, ...shown });
      socket.on('error', reject);
      // over TLS 1.3 a client is not refused before it has asked
      socket.on(kind === 'in clear' ? 'connect' : 'secureConnect', () =>
        socket.write('GET / HTTP/1.1\r\nHost: inference\r\n\r\n'),
      );
      socket.once('data', () => {
        socket.destroy();
        resolve();
      });
    });
    if (at >= 0) times.push(performance.now() - start);
  }
  return times;
}

const figures = [];
const ratios = [];
try {
  const appPort = await application();
  const ways = [];
  for (const kind of Object.keys(KINDS)) ways.push(await way(kind, appPort));
  ways.push({ kind: 'no Envoy', port: appPort });
  console.log(
    `${'connections'.padEnd(12)}${'way'.padEnd(14)}${'requests/s'.padStart(12)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}`,
  );
  for (const connections of CONNECTIONS) {
    const seen = new Map(ways.map(({ kind }) => [kind, { times: [], seconds: 0 }]));
    for (let at = -1; at < TURNS; at++) {
      for (const { kind, port } of ways) {
        const { times, seconds } = await turn(port, connections, at < 0 ? 200 : TURN_MS);
        if (at < 0) continue;
        const all = seen.get(kind);
        // not spread: a turn has more times than a call has arguments
        for (const each of times) all.times.push(each);
        all.seconds += seconds;
      }
    }
    const clear = quantile(seen.get('in clear').times, 0.5);
    for (const [kind, { times, seconds }] of seen) {
      const [rate, p50, p99] = [times.length / seconds, quantile(times, 0.5), quantile(times, 0.99)];
      console.log(
        `${String(connections).padEnd(12)}${kind.padEnd(14)}${rate.toFixed(0).padStart(12)}${p50.toFixed(2).padStart(10)}${p99.toFixed(2).padStart(10)}`,
      );
      const name = `${kind}, ${connections} connections`;
      const beside = kind === 'mutual TLS' ? { peer: 'in clear', ratio: p50 / clear } : {};
      figures.push({ name: `${name}, requests`, value: rate, unit: '1/s', better: 'higher' });
      figures.push({ name: `${name}, p50`, value: p50, unit: 'ms', better: 'lower', ...beside });
      figures.push({ name: `${name}, p99`, value: p99, unit: 'ms', better: 'lower' });
      if (kind === 'mutual TLS') ratios.push(p50 / clear);
    }
  }
  for (const each of ways.filter(({ inboundPort }) => inboundPort)) {
    const value = quantile(await handshakes(each), 0.5);
    console.log(`new connection and first request, ${each.kind.padEnd(14)} p50 ${value.toFixed(2)} ms`);
    figures.push({
      name: `new connection and first request, ${each.kind}, p50`,
      value,
      unit: 'ms',
      better: 'lower',
    });
  }
} finally {
  for (const envoy of running) await envoy.stop();
  rmSync(directory, { recursive: true, force: true });
}

mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'mesh.json'),
  `${JSON.stringify({ figures }, undefined, 2)}\n`,
);
const worst = Math.max(...ratios);
console.log(
  `mutual TLS takes ${worst.toFixed(2)} times the time of no TLS at most; ${CONNECTIONS.join(', ')} connections`,
);
if (worst > MOST_TIMES_CLEAR) {
  console.error(`missed: at most ${MOST_TIMES_CLEAR} times`);
  process.exitCode = 1;
}
