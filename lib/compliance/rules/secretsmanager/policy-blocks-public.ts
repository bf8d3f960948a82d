import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const policyBlocksPublic: Rule = {
  id: 'secretsmanager-policy-blocks-public',
  title: 'policies that open a secret to everybody are refused',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'It proves what a policy allows before it takes it, which no look at the text can.',
  fix: 'set BlockPublicPolicy to true',
  resourceTypes: ['AWS::SecretsManager::ResourcePolicy'],
  check(policy) {
    return requireLiteral(policy.property('BlockPublicPolicy'), isTrue, 'must be true');
  },
};
