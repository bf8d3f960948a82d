import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { surelyHas } from '../cloudformation/members';

export const topicDeliveryLogged: Rule = {
  id: 'sns-topic-delivery-logged',
  title: 'topics log what they deliver',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Without delivery logs nobody can tell who was told, or that a message was lost.',
  fix: 'add an entry with SuccessFeedbackRoleArn and FailureFeedbackRoleArn to DeliveryStatusLogging for each protocol',
  resourceTypes: ['AWS::SNS::Topic'],
  check(topic) {
    const logging = topic.property('DeliveryStatusLogging');
    return requireAny(
      logging.path,
      [surelyHas(logging, (entry) => isSet(entry.at('FailureFeedbackRoleArn')))],
      'must log failed deliveries of at least one protocol',
    );
  },
};
