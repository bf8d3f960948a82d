import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';
import { isLogArchive } from './log-archives';

const TARGETS = ['TopicConfigurations', 'QueueConfigurations', 'LambdaConfigurations'];

export const bucketEventNotifications: Rule = {
  id: 's3-bucket-event-notifications',
  title: 'buckets tell somebody what happens in them',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'An event on a delete or a restore is the earliest sign of tampering that S3 gives.',
  fix: 'add EventBridgeConfiguration, or topics, queues or functions, to NotificationConfiguration',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    // the service that delivers tells of it
    if (isLogArchive(bucket)) return 'not-applicable';
    const notification = bucket.property('NotificationConfiguration');
    const eventBridge = notification.at('EventBridgeConfiguration');
    const isOn = accepts(
      eventBridge.at('EventBridgeEnabled'),
      (value) => value === undefined || value === true || value === 'true',
    );
    const sent = isOn === true ? isSet(eventBridge) : isOn;
    return requireAny(
      notification.path,
      [sent, ...TARGETS.map((name) => isSet(notification.at(name)))],
      'must send events somewhere',
    );
  },
};
