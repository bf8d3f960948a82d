import type { Rule } from '../../rule';
import { excludesOnlyLogs } from './exclusions';
import { requireSelector, takesAll } from './selectors';

/** Where PHI rests, and what works on it. */
const TYPES = ['AWS::S3::Object', 'AWS::Lambda::Function'];

export const dataEvents: Rule = {
  id: 'cloudtrail-data-events',
  title: 'trails record data events of S3 objects and Lambda functions',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Reading a record out of a bucket is a data event: without them nobody knows who saw which record.',
  fix: `add a data event selector for each of ${TYPES.join(' and ')} without further fields; only buckets of logs may be excluded`,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return TYPES.flatMap((type) =>
      requireSelector(
        trail,
        (selector) => takesAll(selector, type) && excludesOnlyLogs(selector, trail),
        `must take all data events of ${type}`,
      ),
    );
  },
};
