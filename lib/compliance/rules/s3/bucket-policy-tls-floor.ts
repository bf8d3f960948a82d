import { reachesAction } from '../../policy/pattern';
import { isEverybody } from '../../policy/principal';
import { type Statement, surelyDenies } from '../../policy/statement';
import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { bucketArns, coversBucketAndObjects } from './bucket-arn';
import { bucketPolicies } from './bucket-policies';

const FLOOR = 1.2;

export const bucketPolicyTlsFloor: Rule = {
  id: 's3-bucket-policy-tls-floor',
  title: 'bucket policies refuse TLS before 1.2',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)'],
  profiles: ['strict'],
  why: 'A floor in the policy holds whatever the endpoint agrees to, now and later.',
  fix: 'add to the bucket policy: Deny, Principal *, s3:*, on bucket and objects, NumericLessThan s3:TlsVersion = 1.2',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const arns = bucketArns(bucket);
    return requireAny(
      'Properties',
      bucketPolicies(bucket).map((policy) =>
        surelyDenies(
          policy.property('PolicyDocument'),
          policy.template,
          (deny) =>
            isBelowFloor(deny) &&
            deny.principals.some(isEverybody) &&
            reachesAction(deny.actions, 's3:*') &&
            coversBucketAndObjects(deny.resources, arns),
        ),
      ),
      'must have a bucket policy that denies TLS before 1.2',
    );
  },
};

function isBelowFloor({ conditions: [condition, ...others] }: Statement): boolean {
  return (
    condition !== undefined &&
    others.length === 0 &&
    /^numericlessthan(?:ifexists)?$/iu.test(condition.operator) &&
    condition.key === 's3:tlsversion' &&
    condition.values.some((value) => Number(value) >= FLOOR)
  );
}
