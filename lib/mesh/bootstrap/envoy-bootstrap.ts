import { applicationCluster, outsideCluster, peerCluster } from './clusters';
import { extension, type Config } from './config';
import { inboundListener, outboundListener } from './listeners';
import type { MeshNode } from './mesh-node';

/** Owner only. */
const PIPE_MODE = 0o600;

/**
 * The whole configuration of a service's Envoy. Nothing of it is fetched later but certificates and pins, from files; a
 * service that nobody may call opens no port.
 */
export function envoyBootstrap(node: MeshNode): Config {
  const { peers, outsidePeers = [] } = node;
  return {
    node: { id: node.service, cluster: node.trustDomain },
    ...(node.adminPipe === undefined
      ? {}
      : { admin: { address: { pipe: { path: node.adminPipe, mode: PIPE_MODE } } } }),
    static_resources: {
      listeners: [
        ...(node.callers.length === 0 ? [] : [inboundListener(node)]),
        ...[...peers, ...outsidePeers].map((peer) => outboundListener(node, peer)),
      ],
      clusters: [
        applicationCluster(node),
        ...peers.map((peer) => peerCluster(node, peer)),
        ...outsidePeers.map((peer) => outsideCluster(node, peer)),
      ],
    },
    overload_manager: {
      resource_monitors: [
        extension(
          'envoy.resource_monitors.global_downstream_max_connections',
          'resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig',
          { max_active_downstream_connections: node.connections },
        ),
      ],
    },
  };
}
