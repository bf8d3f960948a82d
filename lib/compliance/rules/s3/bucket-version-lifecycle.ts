import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { accepts, surelyHas } from '../cloudformation/members';

const TERMS = [
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
];

export const bucketVersionLifecycle: Rule = {
  id: 's3-bucket-version-lifecycle',
  title: 'buckets say what becomes of earlier versions',
  severity: 'warning',
  controls: ['164.310(d)(2)(i)'],
  profiles: ['strict'],
  why: 'Versions that nobody removes keep PHI long after the record was deleted.',
  fix: 'add an enabled rule with NoncurrentVersionExpiration or NoncurrentVersionTransitions to LifecycleConfiguration',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const versioning = bucket.property('VersioningConfiguration.Status');
    if (accepts(versioning, (status) => status !== 'Enabled') === true) return 'not-applicable';
    // a locked version cannot be removed before its time
    if (accepts(bucket.property('ObjectLockEnabled'), (value) => value === true || value === 'true') === true)
      return 'not-applicable';
    const rules = bucket.property('LifecycleConfiguration.Rules');
    return requireAny(
      rules.path,
      [
        surelyHas(rules, (rule) => {
          const isOn = accepts(rule.at('Status'), (status) => status === 'Enabled');
          if (isOn !== true) return isOn;
          const answers = TERMS.map((term) => isSet(rule.at(term)));
          return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
        }),
      ],
      'must have an enabled rule for noncurrent versions',
    );
  },
};
