import { reachesAction } from '../../policy/pattern';
import { isEverybody } from '../../policy/principal';
import { surelyDenies, type Statement } from '../../policy/statement';
import type { Resource } from '../../template/resource';
import { coversBucketAndObjects } from './bucket-arn';

/** Whether a bucket policy surely denies everybody every request without TLS. Undefined: cannot tell. */
export function refusesHttp(policy: Resource, bucketArns: readonly string[]): boolean | undefined {
  return surelyDenies(
    policy.property('PolicyDocument'),
    policy.template,
    (statement) =>
      isWithoutTls(statement) &&
      statement.principals.some(isEverybody) &&
      reachesAction(statement.actions, 's3:*') &&
      coversBucketAndObjects(statement.resources, bucketArns),
  );
}

export function isWithoutTls({ conditions: [condition, ...others] }: Statement): boolean {
  return (
    condition !== undefined &&
    others.length === 0 &&
    /^bool(?:ifexists)?$/iu.test(condition.operator) &&
    condition.key === 'aws:securetransport' &&
    condition.values.length > 0 &&
    !condition.hasGaps &&
    condition.values.every((value) => value.toLowerCase() === 'false')
  );
}
