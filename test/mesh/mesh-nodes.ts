import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MeshNode } from '../../lib/mesh/bootstrap/mesh-node';

/** A service with callers and a peer: every part of a bootstrap is there. */
export const NODE: MeshNode = {
  service: 'inference',
  trustDomain: 'phi.internal',
  appPort: 8080,
  inboundPort: 8443,
  callers: [
    { service: 'orchestrator', routes: [] },
    {
      service: 'billing',
      routes: [{ path: '/v1/invoices/*', methods: ['GET', 'POST'] }, { path: '/health' }],
    },
  ],
  peers: [{ service: 'vector', host: 'vector.phi.internal', port: 8443, localPort: 9001 }],
  directory: '/run/mesh',
  connectionSeconds: 3600,
  requestSeconds: 300,
  connections: 1024,
};

/** A service that calls a load balancer whose certificate is of another authority. */
export const OUTSIDE_NODE: MeshNode = {
  ...NODE,
  outsidePeers: [
    {
      service: 'ai-gateway',
      host: 'ai-gateway.phi.internal',
      port: 443,
      localPort: 9002,
      anchors: readFileSync(path.resolve(__dirname, '../fixtures/certificates/dns-name.pem'), 'utf8'),
    },
  ],
};

/** Every shape of node there is. */
export const NODES: Readonly<Record<string, MeshNode>> = {
  'a service with callers and a peer': NODE,
  'a service that nobody may call': { ...NODE, callers: [] },
  'a service that calls nobody': { ...NODE, peers: [] },
  'a service with two peers': {
    ...NODE,
    peers: [
      ...NODE.peers,
      { service: 'redaction', host: 'redaction.phi.internal', port: 8443, localPort: 9002 },
    ],
  },
  'a service that calls a load balancer': OUTSIDE_NODE,
  'a service with an administration pipe': { ...NODE, adminPipe: '/run/admin/envoy.sock' },
};
