import { finding, type Rule } from '../../rule';
import { linked } from '../cloudformation/companions';
import { requireRetained } from '../cloudformation/retained';

/** What `autoDeleteObjects` of the CDK's bucket makes. */
const emptiers = linked(
  ['Custom::S3AutoDeleteObjects'],
  (emptier) => emptier.property('BucketName'),
  'BucketName',
);

export const bucketRetained: Rule = {
  id: 's3-bucket-retained',
  title: 'buckets outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'A deleted stack, or a property whose change replaces the bucket, would take the records along.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain, and drop autoDeleteObjects',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return [
      ...requireRetained(bucket),
      ...emptiers(bucket).map(({ logicalId }) =>
        finding('Properties', `is emptied by ${logicalId} when the stack is deleted`),
      ),
    ];
  },
};
