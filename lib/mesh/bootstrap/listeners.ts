import { connectionLog, inboundLog, outboundLog } from './access-log';
import { authorization } from './authorization';
import { extension, LOOPBACK, socketAddress, type Config } from './config';
import { httpConnections } from './http';
import type { MeshNode, MeshPeer } from './mesh-node';
import { towardsCallers } from './tls';

/** Name of the cluster that is the application itself. */
export const APPLICATION = 'application';
export const INBOUND = 'inbound';
export const outbound = (service: string): string => `outbound-${service}`;

const BUFFER_BYTES = 1_048_576;

/** The port that callers arrive at. */
export function inboundListener(node: MeshNode): Config {
  return {
    name: INBOUND,
    address: socketAddress('0.0.0.0', node.inboundPort),
    per_connection_buffer_limit_bytes: BUFFER_BYTES,
    access_log: connectionLog,
    listener_filters: [
      extension('envoy.filters.listener.tls_inspector', 'filters.listener.tls_inspector.v3.TlsInspector'),
    ],
    listener_filters_timeout: '5s',
    filter_chains: [
      {
        transport_socket_connect_timeout: '5s',
        transport_socket: towardsCallers(node),
        filters: [
          httpConnections(node, {
            name: INBOUND,
            cluster: APPLICATION,
            accessLog: inboundLog,
            filters: [authorization(node)],
            route: {},
            more: {
              // what a caller says about certificates is thrown away, and what Envoy has seen is said instead
              forward_client_cert_details: 'SANITIZE_SET',
              set_current_client_cert_details: { uri: true },
            },
          }),
        ],
      },
    ],
  };
}

/** The port on loopback at which the application finds a peer. */
export function outboundListener(node: MeshNode, peer: MeshPeer): Config {
  return {
    name: outbound(peer.service),
    address: socketAddress(LOOPBACK, peer.localPort),
    per_connection_buffer_limit_bytes: BUFFER_BYTES,
    filter_chains: [
      {
        filters: [
          httpConnections(node, {
            name: outbound(peer.service),
            cluster: peer.service,
            accessLog: outboundLog,
            filters: [],
            // nothing was sent yet, so that no request is made twice
            route: {
              retry_policy: {
                retry_on: 'connect-failure,refused-stream',
                num_retries: 2,
                retry_host_predicate: [
                  extension(
                    'envoy.retry_host_predicates.previous_hosts',
                    'retry.host.previous_hosts.v3.PreviousHostsPredicate',
                  ),
                ],
                host_selection_retry_max_attempts: 3,
              },
            },
            more: { forward_client_cert_details: 'SANITIZE' },
          }),
        ],
      },
    ],
  };
}
