import { covers, reachesAction } from '../../policy/pattern';
import { isEverybody } from '../../policy/principal';
import { type Statement, surelyDenies } from '../../policy/statement';
import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { bucketArns } from './bucket-arn';
import { bucketPolicies } from './bucket-policies';
import { isLogArchive } from './log-archives';

const KEYS: ReadonlySet<string> = new Set([
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);
const NEGATED = /^(?:stringnotequals|stringnotlike|arnnotequals|arnnotlike)(?:ifexists)?$/u;

export const bucketPolicyEncryptedPuts: Rule = {
  id: 's3-bucket-policy-encrypted-puts',
  title: 'bucket policies refuse uploads that ask for no KMS key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Who uploads may ask for another encryption than the default of the bucket.',
  fix: 'add to the bucket policy: Deny, Principal *, s3:PutObject, on the objects, with a negated condition on s3:x-amz-server-side-encryption or its key id',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    if (isLogArchive(bucket)) return 'not-applicable';
    const objects = bucketArns(bucket).map((arn) => `${arn}/*`);
    return requireAny(
      'Properties',
      bucketPolicies(bucket).map((policy) =>
        surelyDenies(
          policy.property('PolicyDocument'),
          policy.template,
          (deny) =>
            refusesOtherKeys(deny) &&
            deny.principals.some(isEverybody) &&
            reachesAction(deny.actions, 's3:PutObject') &&
            deny.resources.some((pattern) => objects.some((object) => covers(pattern, object))),
        ),
      ),
      'must have a bucket policy that denies uploads under another encryption',
    );
  },
};

/** `Null … = false` beside it lets requests pass that leave the choice to the default of the bucket. */
function refusesOtherKeys({ conditions }: Statement): boolean {
  return (
    conditions.some(({ key, operator }) => KEYS.has(key) && NEGATED.test(operator.toLowerCase())) &&
    conditions.every(({ key }) => KEYS.has(key))
  );
}
