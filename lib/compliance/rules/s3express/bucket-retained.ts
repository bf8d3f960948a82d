import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const bucketRetained: Rule = {
  id: 's3express-bucket-retained',
  title: 'directory buckets outlive their stack',
  severity: 'warning',
  controls: ['164.310(d)(2)(iv)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A deleted stack, or a property whose change replaces the resource, would take what it holds along.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::S3Express::DirectoryBucket'],
  check(bucket) {
    return requireRetained(bucket);
  },
};
