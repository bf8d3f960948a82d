import { extension, seconds, STREAMS, type Config } from './config';
import type { MeshNode } from './mesh-node';

/**
 * Headers by which a load balancer with mutual TLS names its client. In the mesh nobody may say who somebody else is.
 * Source: Elastic Load Balancing user guide, "Mutual authentication with TLS", HTTP headers.
 */
const LOAD_BALANCER_HEADERS = [
  'x-amzn-mtls-clientcert',
  'x-amzn-mtls-clientcert-issuer',
  'x-amzn-mtls-clientcert-leaf',
  'x-amzn-mtls-clientcert-serial-number',
  'x-amzn-mtls-clientcert-subject',
  'x-amzn-mtls-clientcert-validity',
];

const IDLE = '300s';
/** KiB of all headers of a request. */
const HEADERS_KIB = 32;
const HEADERS = 100;
const WINDOW_BYTES = 1_048_576;

/** What an HTTP connection manager does here beside being strict. */
export interface HttpPart {
  /** Names the statistics and the route. */
  readonly name: string;
  readonly cluster: string;
  readonly accessLog: readonly Config[];
  /** Filters before the router. */
  readonly filters: readonly Config[];
  readonly route: Config;
  readonly more: Config;
}

/**
 * HTTP/1.1 and HTTP/2, told apart by their first bytes. Paths are normalized before anybody judges them, and those that
 * could mean two things are refused: `%2F`, `_` in a header's name, and HTTP/1.0.
 */
export function httpConnections(node: MeshNode, part: HttpPart): Config {
  return extension(
    'envoy.filters.network.http_connection_manager',
    'filters.network.http_connection_manager.v3.HttpConnectionManager',
    {
      stat_prefix: part.name,
      codec_type: 'AUTO',
      route_config: {
        name: part.name,
        request_headers_to_remove: LOAD_BALANCER_HEADERS,
        virtual_hosts: [
          {
            name: part.name,
            domains: ['*'],
            routes: [
              {
                name: part.name,
                match: { prefix: '/' },
                route: { cluster: part.cluster, timeout: seconds(node.requestSeconds), ...part.route },
              },
            ],
          },
        ],
      },
      access_log: part.accessLog,
      normalize_path: true,
      merge_slashes: true,
      path_with_escaped_slashes_action: 'REJECT_REQUEST',
      max_request_headers_kb: HEADERS_KIB,
      request_headers_timeout: '10s',
      stream_idle_timeout: IDLE,
      drain_timeout: '5s',
      common_http_protocol_options: {
        idle_timeout: IDLE,
        max_connection_duration: seconds(node.connectionSeconds),
        max_stream_duration: seconds(node.requestSeconds),
        max_headers_count: HEADERS,
        headers_with_underscores_action: 'REJECT_REQUEST',
      },
      http_protocol_options: { accept_http_10: false },
      http2_protocol_options: {
        max_concurrent_streams: STREAMS,
        initial_stream_window_size: WINDOW_BYTES,
        initial_connection_window_size: WINDOW_BYTES,
        allow_connect: false,
      },
      generate_request_id: true,
      use_remote_address: true,
      // nobody's `x-envoy-…` headers are believed for the address they come from; without a range Envoy trusts private ones
      internal_address_config: { cidr_ranges: [{ address_prefix: '0.0.0.0', prefix_len: 32 }] },
      http_filters: [
        ...part.filters,
        extension('envoy.filters.http.router', 'filters.http.router.v3.Router', {
          suppress_envoy_headers: true,
        }),
      ],
      ...part.more,
    },
  );
}
