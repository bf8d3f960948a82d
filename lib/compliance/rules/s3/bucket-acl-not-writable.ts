import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const bucketAclNotWritable: Rule = {
  id: 's3-bucket-acl-not-writable',
  title: 'no bucket ACL lets everybody write',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever may write can replace a record, or fill the bucket with what is not yours.',
  fix: 'drop AccessControl and share by a bucket policy',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return allowLiteral(
      bucket.property('AccessControl'),
      (acl) => typeof acl === 'string' && acl.toLowerCase() !== 'publicreadwrite',
      'must not let everybody write',
    );
  },
};
