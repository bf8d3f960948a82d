import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { codeCalls, letsThrough, type Calls } from './calls';
import { vpcsOf } from './endpoints';

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
    const way = `${lambda.logicalId} -> ${role.logicalId}`;
    return vpcs.flatMap((vpc) => codeCalls(role, vpc).flatMap((calls) => seenOf(way, vpc, calls)));
  },
};

function seenOf(way: string, vpc: Resource, { service, actions, endpoints }: Calls): readonly Observation[] {
  if (endpoints.length === 0)
    return [
      finding(PATH, `${way} -> ${actions.join(', ')}: ${vpc.logicalId} has no endpoint for ${service}`),
    ];
  return actions.flatMap((action) => {
    const answer = letsThrough(endpoints, action);
    if (answer === true) return [];
    const at = `${way} -> ${action} -> ${endpoints.map(({ logicalId }) => logicalId).join(', ')}`;
    return answer === undefined
      ? [unknown(PATH, `${at}: the policy of the endpoint cannot be read`)]
      : [finding(PATH, `${at}: the policy of the endpoint does not name the action`)];
  });
}
