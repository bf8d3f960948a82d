import { LOOPBACK, seconds, socketAddress, STREAMS, typed, type Config } from './config';
import { APPLICATION } from './listeners';
import type { MeshNode, MeshOutsidePeer, MeshPeer } from './mesh-node';
import { towardsOutside, towardsPeer } from './tls';

/** Sooner than the other side closes: five minutes of an Envoy, 130 seconds of a door. */
const IDLE = { peer: '240s', outside: '120s' } as const;
/** Requests that are tried again at once. */
const RETRIES = 64;

/** The application beside Envoy, in the same task. */
export function applicationCluster(node: MeshNode): Config {
  return {
    name: APPLICATION,
    type: 'STATIC',
    connect_timeout: '2s',
    circuit_breakers: limits(node),
    load_assignment: assignment(APPLICATION, LOOPBACK, node.appPort),
  };
}

/** A peer: every task that its DNS name has an address of. */
export function peerCluster(node: MeshNode, peer: MeshPeer): Config {
  return cluster(node, peer, IDLE.peer, towardsPeer(node, peer));
}

/** A load balancer with mutual TLS: every address that its DNS name has. */
export function outsideCluster(node: MeshNode, peer: MeshOutsidePeer): Config {
  return cluster(node, peer, IDLE.outside, towardsOutside(node, peer));
}

function cluster(node: MeshNode, peer: MeshPeer, idle: string, transportSocket: Config): Config {
  const options = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';
  return {
    name: peer.service,
    type: 'STRICT_DNS',
    dns_lookup_family: 'V4_ONLY',
    connect_timeout: '5s',
    circuit_breakers: limits(node),
    load_assignment: assignment(peer.service, peer.host, peer.port),
    typed_extension_protocol_options: {
      [options]: typed('upstreams.http.v3.HttpProtocolOptions', {
        auto_config: { http2_protocol_options: { max_concurrent_streams: STREAMS } },
        common_http_protocol_options: {
          idle_timeout: idle,
          max_connection_duration: seconds(node.connectionSeconds),
        },
      }),
    },
    transport_socket: transportSocket,
  };
}

/** As much as Envoy takes, it passes on; without them it would be 1,024 requests, and three that are tried again. */
function limits({ connections }: MeshNode): Config {
  return {
    thresholds: [
      {
        max_connections: connections,
        max_pending_requests: connections,
        max_requests: connections,
        max_retries: RETRIES,
      },
    ],
  };
}

function assignment(name: string, address: string, port: number): Config {
  return {
    cluster_name: name,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(address, port) } }] }],
  };
}
