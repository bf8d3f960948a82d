import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const queuePolicyNotPublic: Rule = {
  id: 'sqs-queue-policy-not-public',
  title: 'no queue policy lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Whoever may send or read here takes part in what is said about patients.',
  fix: 'name the principals, or add a condition on aws:SourceArn, aws:SourceAccount, aws:PrincipalAccount or aws:PrincipalOrgID',
  resourceTypes: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('PolicyDocument'), template);
  },
};
