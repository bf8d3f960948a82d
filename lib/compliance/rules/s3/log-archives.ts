import type { Resource } from '../../template/resource';
import { companions } from '../cloudformation/companions';
import { isLogTarget } from './log-targets';

const trailsInto = companions(
  ['AWS::CloudTrail::Trail'],
  (trail) => trail.property('S3BucketName'),
  'BucketName',
);

/** Whether AWS delivers logs into a bucket: access logs, or the record of a trail, which sets its own encryption. */
export function isLogArchive(bucket: Resource): boolean {
  return isLogTarget(bucket) || trailsInto(bucket).length > 0;
}
