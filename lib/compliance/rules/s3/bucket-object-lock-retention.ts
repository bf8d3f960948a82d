import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { accepts } from '../cloudformation/members';

const MODES: readonly unknown[] = ['GOVERNANCE', 'COMPLIANCE'];
const days: Parameter<number> = {
  name: 'days',
  description: 'shortest default retention, in days',
  default: 30,
};

export const bucketObjectLockRetention: Rule = {
  id: 's3-bucket-object-lock-retention',
  title: 'buckets with Object Lock keep objects for a period by default',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'Object Lock without a default retention protects only what somebody remembered to lock; one of days ends before the loss is noticed.',
  fix: 'set Mode and Days, or Years, in ObjectLockConfiguration.Rule.DefaultRetention',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket, _template, settings) {
    if (
      accepts(
        bucket.property('ObjectLockEnabled'),
        (value) => value === undefined || value === false || value === 'false',
      ) === true
    )
      return 'not-applicable';
    const retention = bucket.property('ObjectLockConfiguration.Rule.DefaultRetention');
    const years = retention.at('Years');
    const least = settings.of(days);
    return [
      ...requireLiteral(
        retention.at('Mode'),
        (mode) => MODES.includes(mode),
        `must be ${MODES.join(' or ')}`,
      ),
      ...(years.isPresent
        ? requireLiteral(years, (value) => numberOf(value) * 365 >= least, `must be at least ${least} days`)
        : requireLiteral(
            retention.at('Days'),
            (value) => numberOf(value) >= least,
            `must be at least ${least}`,
          )),
    ];
  },
};
