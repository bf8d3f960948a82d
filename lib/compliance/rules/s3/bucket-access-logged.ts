import { finding, unknown, type Rule } from '../../rule';
import { recordsObjectsOf } from '../cloudtrail/object-recording';
import { isLogTarget } from './log-targets';

export const bucketAccessLogged: Rule = {
  id: 's3-bucket-access-logged',
  title: 'every access to a bucket is logged',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Without a log nobody can tell who read which record.',
  fix: 'set LoggingConfiguration, or let a CloudTrail trail of the same app record S3 data events of the bucket',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    // its own deliveries would be logged without end
    if (isLogTarget(bucket)) return 'not-applicable';
    const logging = bucket.property('LoggingConfiguration');
    const missing = logging.values.some((value) => value.kind === 'absent');
    if (!missing && logging.values.every((value) => value.kind === 'literal')) return [];
    if (recordsObjectsOf(bucket)) return [];
    return [
      missing
        ? finding(
            logging.path,
            'is not set, and no trail of the assembly records the data events of this bucket',
          )
        : unknown(
            logging.path,
            'cannot be read, and no trail of the assembly records the data events of this bucket',
          ),
    ];
  },
};
