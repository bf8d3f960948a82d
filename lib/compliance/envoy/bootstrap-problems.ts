import type { JsonObject } from '../template/json';
import { callersHttpProblems, managerProblems } from './http-problems';
import { logProblems } from './log-problems';
import { isLocal, placeOf, type EnvoyProblem, type Place } from './reader';
import { callersProblems, peerProblems } from './tls-problems';

/**
 * What weakens the Envoy of a mesh: hops that are not mutual TLS, names that are not exact, weak algorithms, doors for
 * administration, lines that could name a patient. Only what passes none of it is strict.
 * Sources: Envoy's v3 API; NIST SP 800-52r2.
 */
export function bootstrapProblems(bootstrap: JsonObject): readonly EnvoyProblem[] {
  const all = placeOf(bootstrap);
  const admin = all.at('admin');
  const resources = all.at('static_resources');
  return [
    ...all.at('dynamic_resources').mustBeAbsent('must not be set: somebody else would decide later'),
    ...all.at('tracing').mustBeAbsent('must not be set: spans hold paths'),
    ...all.at('stats_sinks').mustBeAbsent('must not be set'),
    ...all.at('layered_runtime').mustBeAbsent('must not be set: it changes what is decided here'),
    ...(admin.isThere && !admin.at('address.pipe').isThere
      ? [admin.problem('must be a pipe, or not there: it can stop Envoy and shows its configuration')]
      : []),
    ...resources.at('secrets').mustBeAbsent('must not be set: what is written here does not rotate'),
    ...resources.at('listeners').items().flatMap(listenerProblems),
    ...resources.at('clusters').items().flatMap(clusterProblems),
  ];
}

function listenerProblems(listener: Place): readonly EnvoyProblem[] {
  const fallback = listener.at('default_filter_chain');
  const chains = [...listener.at('filter_chains').items(), ...(fallback.isThere ? [fallback] : [])];
  const addresses = [
    listener.at('address'),
    ...listener
      .at('additional_addresses')
      .items()
      .map((each) => each.at('address')),
  ];
  const managers = chains.flatMap((chain) => managerProblems(chain.at('filters')));
  if (addresses.every(isLocal)) return managers;
  return [
    ...managers,
    ...logProblems(listener.at('access_log')),
    ...chains.flatMap((chain) => [
      ...callersProblems(chain.at('transport_socket')),
      ...callersHttpProblems(chain.at('filters')),
    ]),
  ];
}

function clusterProblems(cluster: Place): readonly EnvoyProblem[] {
  const endpoints = cluster
    .at('load_assignment.endpoints')
    .items()
    .flatMap((locality) => locality.at('lb_endpoints').items())
    .map((endpoint) => endpoint.at('endpoint.address'));
  // a cluster whose addresses are found elsewhere goes anywhere
  if (endpoints.length > 0 && endpoints.every(isLocal)) return [];
  return [
    ...peerProblems(cluster.at('transport_socket')),
    ...cluster
      .at('transport_socket_matches')
      .mustBeAbsent('must not be set: some endpoints would go without TLS'),
  ];
}
