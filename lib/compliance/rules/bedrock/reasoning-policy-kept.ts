import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const reasoningPolicyKept: Rule = {
  id: 'bedrock-reasoning-policy-kept',
  title: 'policies to reason by are not deleted while they are used',
  severity: 'warning',
  controls: ['164.312(c)(1)'],
  profiles: ['strict'],
  why: 'A guardrail whose policy was deleted by force checks nothing against it any more.',
  fix: 'leave ForceDelete out',
  resourceTypes: ['AWS::Bedrock::AutomatedReasoningPolicy'],
  check(policy) {
    return allowLiteral(policy.property('ForceDelete'), (force) => !isTrue(force), 'must not be true');
  },
};
