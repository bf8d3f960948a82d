import { principalPolicies } from '../../policy/principal-policies';
import type { Resource } from '../../template/resource';
import { CODE_CALLS } from './code-calls';
import { endpointsFor, passes } from './endpoints';

/** Calls to one service that a function may make, and the endpoints of its VPC that could carry them. */
export interface Calls {
  readonly service: string;
  /** In lower case. */
  readonly actions: readonly string[];
  readonly endpoints: readonly Resource[];
}

const BY_SERVICE = Object.entries(CODE_CALLS);

/** Actions that a role names one by one. A pattern names no call: who may do everything does not do everything. */
export function namedActions(role: Resource): ReadonlySet<string> {
  return new Set(
    principalPolicies(role)
      .attached.filter(({ statement }) => statement.effect === 'Allow')
      .flatMap(({ statement }) => statement.actions.filter((action) => !/[*?]/u.test(action))),
  );
}

/** What the code of a function may call with its role, from a VPC of the assembly. */
export function codeCalls(role: Resource, vpc: Resource): readonly Calls[] {
  const named = namedActions(role);
  return BY_SERVICE.flatMap(([service, calls]) => {
    const actions = calls.filter((action) => named.has(action));
    return actions.length === 0 ? [] : [{ service, actions, endpoints: endpointsFor(vpc, service) }];
  });
}

/** Whether one of the endpoints lets an action through. Undefined: a policy cannot be read. */
export function letsThrough(endpoints: readonly Resource[], action: string): boolean | undefined {
  const answers = endpoints.map((endpoint) => passes(endpoint, action));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}
