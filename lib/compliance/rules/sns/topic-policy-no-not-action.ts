import { notActionStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const topicPolicyNoNotAction: Rule = {
  id: 'sns-topic-policy-no-not-action',
  title: 'topic policies allow no NotAction',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'An Allow with NotAction grants all other actions, and those that AWS adds later.',
  fix: 'replace NotAction by the actions that are needed',
  resourceTypes: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  check(policy, template) {
    return notActionStatements(policy.property('PolicyDocument'), template);
  },
};
