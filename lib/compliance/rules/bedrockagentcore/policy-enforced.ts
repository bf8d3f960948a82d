import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const policyEnforced: Rule = {
  id: 'bedrockagentcore-policy-enforced',
  title: 'policies on tools were checked, and count',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(c)(1)'],
  profiles: ['ai'],
  why: 'A policy that only logs, or that was taken in past what its check found, refuses nothing.',
  fix: 'leave EnforcementMode and ValidationMode out, or set them to the strict ones',
  resourceTypes: ['AWS::BedrockAgentCore::Policy'],
  check(policy) {
    return [
      ...allowLiteral(
        policy.property('EnforcementMode'),
        (mode) => mode !== 'LOG_ONLY',
        'must not be LOG_ONLY',
      ),
      ...allowLiteral(
        policy.property('ValidationMode'),
        (mode) => mode !== 'IGNORE_ALL_FINDINGS',
        'must not be IGNORE_ALL_FINDINGS',
      ),
    ];
  },
};
