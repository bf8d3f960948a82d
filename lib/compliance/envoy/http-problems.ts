import { logProblems } from './log-problems';
import type { EnvoyProblem, Place } from './reader';

const MANAGER = 'HttpConnectionManager';
/** A day, in seconds: less than what is left of a certificate when it is replaced. */
const LONGEST_CONNECTION = 86_400;

/** Filters that neither keep nor change what passes. */
const FILTERS: ReadonlySet<string> = new Set(['RBAC', 'Router']);

/** What every HTTP connection is held to. */
export function managerProblems(filters: Place): readonly EnvoyProblem[] {
  const managers = filters.items();
  if (managers.length === 0) return [filters.problem('must be HTTP')];
  return managers.flatMap((filter) => {
    if (filter.type !== MANAGER) return [filter.problem('must be HTTP: nobody sees who asks for what')];
    const manager = filter.at('typed_config');
    const options = manager.at('common_http_protocol_options');
    const longest = options.at('max_connection_duration');
    return [
      ...manager.at('normalize_path').mustBe(true),
      ...manager.at('merge_slashes').mustBe(true),
      ...manager.at('path_with_escaped_slashes_action').mustBe('REJECT_REQUEST'),
      ...options.at('headers_with_underscores_action').mustBe('REJECT_REQUEST'),
      ...(longest.seconds > 0 && longest.seconds <= LONGEST_CONNECTION
        ? []
        : [longest.problem('must end connections: they would outlive their certificate')]),
      ...manager.at('upgrade_configs').mustBeAbsent('must not be set: what was upgraded is not judged'),
      ...manager.at('tracing').mustBeAbsent('must not be set: spans hold paths'),
      ...manager
        .at('http_filters')
        .items()
        .filter((each) => !FILTERS.has(each.type))
        .map((each) => each.problem('is a filter that could keep what passes')),
      ...logProblems(manager.at('access_log')),
    ];
  });
}

/** What is held to callers beside that: they cannot say who they are, and get what is theirs. */
export function callersHttpProblems(filters: Place): readonly EnvoyProblem[] {
  return filters
    .items()
    .filter((filter) => filter.type === MANAGER)
    .flatMap((filter) => {
      const manager = filter.at('typed_config');
      const forward = manager.at('forward_client_cert_details');
      const removed = manager.at('route_config.request_headers_to_remove');
      const isRemoved = removed
        .items()
        .some(({ text }) => text.toLowerCase() === 'x-amzn-mtls-clientcert-subject');
      return [
        ...(['SANITIZE', 'SANITIZE_SET'].includes(forward.text)
          ? []
          : [forward.problem('must throw away what callers say about certificates')]),
        ...(isRemoved ? [] : [removed.problem('must have the headers of a load balancer with mutual TLS')]),
        ...policyProblems(manager.at('http_filters')),
      ];
    });
}

function policyProblems(filters: Place): readonly EnvoyProblem[] {
  const [first] = filters.items();
  if (first?.type !== 'RBAC')
    return [filters.problem('must begin with RBAC: whoever may connect could ask for all')];
  const rules = first.at('typed_config.rules');
  const policies = rules.at('policies').entries();
  return [
    ...first.at('disabled').mustBeAbsent('must not be set'),
    ...first.at('is_optional').mustBeAbsent('must not be set'),
    ...rules.at('action').mustBe('ALLOW'),
    ...(rules.isThere && policies.length > 0 ? [] : [rules.problem('must say who may ask for what')]),
    ...policies
      .flatMap((policy) => policy.at('principals').items())
      .filter((principal) => !principal.at('authenticated.principal_name.exact').text.startsWith('spiffe://'))
      .map((principal) => principal.problem('must be a SPIFFE id, exactly')),
  ];
}
