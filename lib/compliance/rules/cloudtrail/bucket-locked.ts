import { requireLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue, numberOf } from '../../template/value';
import { linked } from '../cloudformation/companions';

const YEARS = 6;
/** Six years, leap days included. */
const DAYS = 2192;
const MODES: readonly unknown[] = ['GOVERNANCE', 'COMPLIANCE'];

const trailsInto = linked(
  ['AWS::CloudTrail::Trail'],
  (trail) => trail.property('S3BucketName'),
  'BucketName',
);

export const bucketLocked: Rule = {
  id: 'cloudtrail-bucket-locked',
  title: 'the bucket that keeps a trail locks the record for six years',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  why: 'Who breaks in deletes the record first; a locked object cannot be deleted before its time.',
  fix: `set ObjectLockEnabled and an ObjectLockConfiguration with a DefaultRetention of ${DAYS} days or ${YEARS} years`,
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    if (trailsInto(bucket).length === 0) return 'not-applicable';
    const retention = bucket.property('ObjectLockConfiguration.Rule.DefaultRetention');
    return [
      ...requireLiteral(bucket.property('ObjectLockEnabled'), isTrue, 'must be true'),
      ...requireLiteral(
        retention.at('Mode'),
        (mode) => MODES.includes(mode),
        `must be ${MODES.join(' or ')}`,
      ),
      ...requirePeriod(retention),
    ];
  },
};

/** A period is given in days or in years, never in both. */
function requirePeriod(retention: Property): readonly Observation[] {
  const years = retention.at('Years');
  return years.isPresent
    ? requireLiteral(years, (value) => numberOf(value) >= YEARS, `must be at least ${YEARS}`)
    : requireLiteral(retention.at('Days'), (value) => numberOf(value) >= DAYS, `must be at least ${DAYS}`);
}
