import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { isAlways, isOneOf } from '../cloudformation/certainty';
import { hasScalableTarget } from './scalable-target';

export const autoscaling: Rule = {
  id: 'dynamodb-autoscaling',
  title: 'tables grow with what is asked of them',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)', '164.308(a)(7)(i)'],
  profiles: ['strict'],
  why: 'A table at its limit refuses requests, and a record that cannot be read is not available.',
  fix: 'set BillingMode to PAY_PER_REQUEST, or add an AWS::ApplicationAutoScaling::ScalableTarget for reads and one for writes',
  resourceTypes: ['AWS::DynamoDB::Table'],
  check(table) {
    const mode = table.property('BillingMode');
    if (isAlways(mode, isOneOf('PAY_PER_REQUEST'))) return [];
    return ['Read', 'Write'].flatMap((side) =>
      observe(
        hasScalableTarget(table, `dynamodb:table:${side}CapacityUnits`),
        mode.path,
        `must be PAY_PER_REQUEST, or the capacity must be scaled: ${side.toLowerCase()}s`,
      ),
    );
  },
};
