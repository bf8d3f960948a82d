import { reachesAction } from '../../policy/pattern';
import { isEverybody } from '../../policy/principal';
import { surelyDenies, type Statement } from '../../policy/statement';
import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';
import { bucketPolicies } from './bucket-policies';

const SSE_C = 's3:x-amz-server-side-encryption-customer-algorithm';

export const bucketNoCustomerProvidedKeys: Rule = {
  id: 's3-bucket-no-customer-provided-keys',
  title: 'buckets refuse objects under a key that the requester brings',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.308(a)(7)(ii)(A)', '164.312(a)(2)(iv)'],
  profiles: ['strict'],
  // New buckets refuse it since April 2026, older ones unless their account has used it: a template does not tell.
  // Source: S3 user guide, "Blocking or unblocking SSE-C for a general purpose bucket".
  why: 'Who gets hold of credentials writes every object again under a key of his own, and sells the key: AWS has no copy of it.',
  fix: 'set BlockedEncryptionTypes.EncryptionType to [SSE-C] in the encryption rule of the bucket',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const rules = bucket.property('BucketEncryption.ServerSideEncryptionConfiguration');
    const blocked = surelyHas(rules, (rule) =>
      surelyHas(rule.at('BlockedEncryptionTypes.EncryptionType'), (type) =>
        accepts(type, (name) => name === 'SSE-C'),
      ),
    );
    const denied = bucketPolicies(bucket).map((policy) =>
      surelyDenies(policy.property('PolicyDocument'), policy.template, refusesBroughtKeys),
    );
    return requireAny(
      `${rules.path}.0.BlockedEncryptionTypes`,
      [blocked, ...denied],
      'must block SSE-C, or the bucket policy must deny it',
    );
  },
};

/** As the user guide writes it: Deny, `Null`, the algorithm is `false`, that is, given. */
function refusesBroughtKeys({ conditions: [condition, ...others], principals, actions }: Statement): boolean {
  return (
    condition !== undefined &&
    others.length === 0 &&
    condition.operator.toLowerCase() === 'null' &&
    condition.key === SSE_C &&
    condition.values.includes('false') &&
    principals.some(isEverybody) &&
    reachesAction(actions, 's3:PutObject')
  );
}
