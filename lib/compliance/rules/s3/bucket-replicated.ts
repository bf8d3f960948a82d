import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';
import { isLogArchive } from './log-archives';

export const bucketReplicated: Rule = {
  id: 's3-bucket-replicated',
  title: 'buckets replicate to another one',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'One Region, or one account taken over, then holds the only copy.',
  fix: 'add a rule to ReplicationConfiguration with Status Enabled',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    if (isLogArchive(bucket)) return 'not-applicable';
    const rules = bucket.property('ReplicationConfiguration.Rules');
    return requireAny(
      rules.path,
      [surelyHas(rules, (rule) => accepts(rule.at('Status'), (status) => status !== 'Disabled'))],
      'must have a rule that is enabled',
    );
  },
};
