import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const resourcePolicyNotPublic: Rule = {
  id: 'kinesis-resource-policy-not-public',
  title: 'no policy of a stream lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Whoever may read the stream reads every record in it.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::Kinesis::ResourcePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('ResourcePolicy'), template);
  },
};
