import type { Rule } from '../../rule';
import { excludesOnlyLogs } from './exclusions';
import { requireSelector, takesAll } from './selectors';

export const s3DataEvents: Rule = {
  id: 'cloudtrail-s3-data-events',
  title: 'trails record who reads and writes S3 objects',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Reading a record out of a bucket is a data event: without them nobody knows who saw which record.',
  fix: 'add a data event selector for AWS::S3::Object without further fields; only buckets of logs may be excluded',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireSelector(
      trail,
      (selector) => takesAll(selector, 'AWS::S3::Object') && excludesOnlyLogs(selector, trail),
      'must take all data events of AWS::S3::Object',
    );
  },
};
