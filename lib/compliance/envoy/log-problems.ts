import type { EnvoyProblem, Place } from './reader';

/** What a line may say: who, when, how much, with which result. All else may hold what a request is about. */
const OPERATORS: ReadonlySet<string> = new Set([
  'BYTES_RECEIVED',
  'BYTES_SENT',
  'CONNECTION_TERMINATION_DETAILS',
  'DOWNSTREAM_PEER_FINGERPRINT_256',
  'DOWNSTREAM_PEER_SERIAL',
  'DOWNSTREAM_PEER_URI_SAN',
  'DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT',
  'DOWNSTREAM_TLS_CIPHER',
  'DOWNSTREAM_TLS_VERSION',
  'DOWNSTREAM_TRANSPORT_FAILURE_REASON',
  'DURATION',
  'PROTOCOL',
  'RESPONSE_CODE',
  'RESPONSE_FLAGS',
  'ROUTE_NAME',
  'START_TIME',
  'STREAM_ID',
  'UPSTREAM_CLUSTER',
  'UPSTREAM_PEER_URI_SAN',
  'UPSTREAM_TLS_CIPHER',
  'UPSTREAM_TLS_VERSION',
  'UPSTREAM_TRANSPORT_FAILURE_REASON',
]);

/** An access log that is there, goes to the container's log, and has no path, query or header. */
export function logProblems(logs: Place): readonly EnvoyProblem[] {
  if (logs.items().length === 0) return [logs.problem('must say who called')];
  return logs.items().flatMap((log) => {
    if (log.type !== 'StdoutAccessLog') return [log.problem('must go to the log of the container')];
    const format = log.at('typed_config.log_format');
    // without a format Envoy writes the path
    if (!format.at('json_format').isThere) return [format.at('json_format').problem('must be set')];
    return [...format.within()]
      .filter(({ text }) => operators(text).some((operator) => !OPERATORS.has(operator)))
      .map((place) => place.problem('writes what a request is about'));
  });
}

/** Names in `%NAME(argument):length%`. */
function operators(text: string): readonly string[] {
  return text
    .split('%')
    .flatMap((part, index) => (index % 2 === 1 ? [/^[^(:]*/u.exec(part)?.[0] ?? ''] : []));
}
