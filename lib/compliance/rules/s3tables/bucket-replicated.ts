import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const bucketReplicated: Rule = {
  id: 's3tables-bucket-replicated',
  title: 'table buckets replicate to another one',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'One Region, or one account taken over, then holds the only copy; table buckets have no backup.',
  fix: 'add a rule with a destination to ReplicationConfiguration',
  resourceTypes: ['AWS::S3Tables::TableBucket'],
  check(bucket) {
    return requireSet(bucket.property('ReplicationConfiguration.Rules'), 'must have a rule');
  },
};
