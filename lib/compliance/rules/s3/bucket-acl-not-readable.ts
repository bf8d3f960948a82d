import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** `AuthenticatedRead` means anybody with an AWS account. Source: S3 user guide, "Canned ACL". */
const READABLE: readonly string[] = ['publicread', 'authenticatedread'];

export const bucketAclNotReadable: Rule = {
  id: 's3-bucket-acl-not-readable',
  title: 'no bucket ACL lets everybody read',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A readable ACL publishes the list of objects, and with it names of patients in keys.',
  fix: 'drop AccessControl and share by a bucket policy',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return allowLiteral(
      bucket.property('AccessControl'),
      (acl) => typeof acl === 'string' && !READABLE.includes(acl.toLowerCase()),
      'must not let everybody, or every AWS account, read',
    );
  },
};
