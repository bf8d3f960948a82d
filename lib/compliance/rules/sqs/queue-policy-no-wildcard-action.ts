import { wholeServiceStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const queuePolicyNoWildcardAction: Rule = {
  id: 'sqs-queue-policy-no-wildcard-action',
  title: 'queue policies name the actions they allow',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'Whoever may do everything may also change the policy itself, and delete what it protects.',
  fix: 'list the actions that are needed',
  resourceTypes: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  check(policy, template) {
    return wholeServiceStatements(policy.property('PolicyDocument'), template);
  },
};
