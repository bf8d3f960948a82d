import { onEachAllow } from '../../policy/allow';
import { narrowsPrincipal } from '../../policy/narrowing';
import { isEverybody } from '../../policy/principal';
import { statementsOf, type Statement } from '../../policy/statement';
import { isWholeService } from '../../policy/pattern';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { isAwsBucket } from './aws-buckets';

/** Types of endpoint that take a policy. */
const WITH_POLICY: readonly unknown[] = ['Gateway', 'Interface'];

export const endpointPolicy: Rule = {
  id: 'ec2-endpoint-policy',
  title: 'every VPC endpoint lists what may pass, for principals of the organisation only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: "An open endpoint carries PHI into anybody's account: credentials from outside work through it as well.",
  fix: 'set PolicyDocument; name actions; add a condition on aws:PrincipalAccount or aws:PrincipalOrgID to each statement',
  resourceTypes: ['AWS::EC2::VPCEndpoint'],
  check(endpoint, template) {
    const type = endpoint.property('VpcEndpointType').values;
    if (type.every((value) => value.kind === 'literal' && !WITH_POLICY.includes(value.value)))
      return 'not-applicable';
    const document = endpoint.property('PolicyDocument');
    if (document.values.some((value) => value.kind === 'absent')) {
      return [finding(document.path, 'is not set: by default everybody may do everything')];
    }
    return onEachAllow(statementsOf(document, template), ['action', 'principal'], (statement) => [
      ...statement.actions
        .filter(isWholeService)
        .map((action) => finding(`${statement.path}.Action`, `allows ${action}; name the actions`)),
      ...(statement.notActions.length > 0
        ? [finding(`${statement.path}.NotAction`, 'allows all but a few actions')]
        : []),
      ...callers(statement),
    ]);
  },
};

function callers(statement: Statement): readonly Observation[] {
  const isUnnamed = statement.principals.length === 0 && !statement.unreadable.includes('Principal');
  const isOpen = isUnnamed || statement.principals.some(isEverybody);
  const ofAws = statement.resources.length > 0 && statement.resources.every(isAwsBucket);
  const narrowed = !isOpen || ofAws || narrowsPrincipal(statement);
  if (narrowed === true) return [];
  return [
    narrowed === false
      ? finding(statement.path, 'admits principals of any account')
      : unknown(statement.path, 'admits everybody under a condition that cannot be read'),
  ];
}
