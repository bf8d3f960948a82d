import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const bucketAclsDisabled: Rule = {
  id: 's3-bucket-acls-disabled',
  title: 'buckets work without ACLs',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'An ACL gives access that no policy shows, object by object.',
  fix: 'drop AccessControl, and set ObjectOwnership to BucketOwnerEnforced or leave OwnershipControls out',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const rules = bucket.property('OwnershipControls.Rules');
    return [
      ...allowLiteral(
        bucket.property('AccessControl'),
        (acl) => acl === 'Private',
        'must be Private or left out',
      ),
      ...rules
        .items()
        .flatMap((rule) =>
          requireLiteral(
            rule.at('ObjectOwnership'),
            (ownership) => ownership === 'BucketOwnerEnforced',
            'must be BucketOwnerEnforced',
          ),
        ),
    ];
  },
};
