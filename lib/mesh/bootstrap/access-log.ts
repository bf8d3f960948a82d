import { extension, type Config } from './config';

/**
 * Who, when, how much and with which result. A path, a query or a header could name a patient, so that none is written;
 * the stream's id joins the lines of two services.
 */
const CONNECTION = {
  time: '%START_TIME%',
  milliseconds: '%DURATION%',
  received: '%BYTES_RECEIVED%',
  sent: '%BYTES_SENT%',
  flags: '%RESPONSE_FLAGS%',
};

const REQUEST = {
  ...CONNECTION,
  route: '%ROUTE_NAME%',
  status: '%RESPONSE_CODE%',
  stream: '%STREAM_ID%',
};

const CALLER = {
  address: '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%',
  tls: '%DOWNSTREAM_TLS_VERSION%',
  cipher: '%DOWNSTREAM_TLS_CIPHER%',
  peer: '%DOWNSTREAM_PEER_URI_SAN%',
  certificate: '%DOWNSTREAM_PEER_FINGERPRINT_256%',
};

/** One line for every connection that callers open: those that were refused have `refused`. */
export const connectionLog: readonly Config[] = lines({
  event: 'connection',
  ...CONNECTION,
  ...CALLER,
  refused: '%DOWNSTREAM_TRANSPORT_FAILURE_REASON%',
});

/** One line for every request of a caller. */
export const inboundLog: readonly Config[] = lines({ event: 'inbound', ...REQUEST, ...CALLER });

/** One line for every request to a peer. */
export const outboundLog: readonly Config[] = lines({
  event: 'outbound',
  ...REQUEST,
  tls: '%UPSTREAM_TLS_VERSION%',
  cipher: '%UPSTREAM_TLS_CIPHER%',
  peer: '%UPSTREAM_PEER_URI_SAN%',
  refused: '%UPSTREAM_TRANSPORT_FAILURE_REASON%',
});

function lines(format: Readonly<Record<string, string>>): readonly Config[] {
  return [
    extension('envoy.access_loggers.stdout', 'access_loggers.stream.v3.StdoutAccessLog', {
      log_format: { json_format: format, omit_empty_values: true },
    }),
  ];
}
