import type { Rule } from '../../rule';
import { onEach } from '../cloudformation/where-there';
import { requireSet } from '../cloudformation/set';

export const deadLetterQueue: Rule = {
  id: 'events-dead-letter-queue',
  title: 'events that a target did not take are kept',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'After a day of retries EventBridge throws the event away, and with it the record it carried.',
  fix: 'set DeadLetterConfig.Arn on each target',
  resourceTypes: ['AWS::Events::Rule'],
  check(rule) {
    const targets = rule.property('Targets');
    if (!targets.isPresent) return 'not-applicable';
    return onEach(targets, (target) => requireSet(target.at('DeadLetterConfig.Arn'), 'must name a queue'));
  },
};
