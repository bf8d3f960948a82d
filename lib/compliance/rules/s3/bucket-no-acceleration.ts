import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const bucketNoAcceleration: Rule = {
  id: 's3-bucket-no-acceleration',
  title: 'no bucket takes data through edge locations',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Transfer Acceleration carries PHI through edge locations all over the world, past endpoints of the VPC.',
  fix: 'drop AccelerateConfiguration',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return allowLiteral(
      bucket.property('AccelerateConfiguration.AccelerationStatus'),
      (status) => status === 'Suspended',
      'must be left out or Suspended',
    );
  },
};
