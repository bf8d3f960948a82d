import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'secretsmanager-policy-not-public',
  title: 'no secret may be read by everybody',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A password that anybody may read is none.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::SecretsManager::ResourcePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('ResourcePolicy'), template);
  },
};
