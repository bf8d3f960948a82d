import { notActionStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const queuePolicyNoNotAction: Rule = {
  id: 'sqs-queue-policy-no-not-action',
  title: 'queue policies allow no NotAction',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'An Allow with NotAction grants all other actions, and those that AWS adds later.',
  fix: 'replace NotAction by the actions that are needed',
  resourceTypes: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  check(policy, template) {
    return notActionStatements(policy.property('PolicyDocument'), template);
  },
};
