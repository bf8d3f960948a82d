import { principalPolicies } from '../../policy/principal-policies';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { CODE_CALLS } from './code-calls';
import { endpointsFor, passes, vpcsOf } from './endpoints';

const PATH = 'Properties.VpcConfig';

export const apiThroughEndpoint: Rule = {
  id: 'graph-api-through-endpoint',
  title: 'what a function in a VPC may call, an endpoint of that VPC lets through',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A call that no endpoint carries goes to the internet, or it fails; one that the policy does not name fails too.',
  fix: 'add the endpoint, name the action in its policy, or take it from the role',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    const vpcs = vpcsOf(lambda);
    const [role] = lambda.property('Role').targets();
    if (!role || vpcs.length === 0) return 'not-applicable';
    const named = new Set(
      principalPolicies(role)
        .attached.filter(({ statement }) => statement.effect === 'Allow')
        // a pattern names no call: who may do everything does not do everything
        .flatMap(({ statement }) => statement.actions),
    );
    return vpcs.flatMap((vpc) =>
      Object.entries(CODE_CALLS).flatMap(([service, calls]) => {
        const called = calls.filter((action) => named.has(action));
        return called.length === 0
          ? []
          : seenOf(`${lambda.logicalId} -> ${role.logicalId}`, vpc, service, called);
      }),
    );
  },
};

function seenOf(
  way: string,
  vpc: Resource,
  service: string,
  called: readonly string[],
): readonly Observation[] {
  const endpoints = endpointsFor(vpc, service);
  if (endpoints.length === 0)
    return [finding(PATH, `${way} -> ${called.join(', ')}: ${vpc.logicalId} has no endpoint for ${service}`)];
  return called.flatMap((action) => {
    const answers = endpoints.map((endpoint) => passes(endpoint, action));
    if (answers.includes(true)) return [];
    const at = `${way} -> ${action} -> ${endpoints.map(({ logicalId }) => logicalId).join(', ')}`;
    return answers.includes(undefined)
      ? [unknown(PATH, `${at}: the policy of the endpoint cannot be read`)]
      : [finding(PATH, `${at}: the policy of the endpoint does not name the action`)];
  });
}
