import { reachesAction } from '../../policy/pattern';
import { surelyDenies } from '../../policy/statement';
import { catchesAllWithoutTls } from '../../policy/tls';
import type { Resource } from '../../template/resource';
import { coversBucketAndObjects } from './bucket-arn';

/** Whether a bucket policy surely denies everybody every request without TLS. Undefined: cannot tell. */
export function refusesHttp(policy: Resource, bucketArns: readonly string[]): boolean | undefined {
  return surelyDenies(
    policy.property('PolicyDocument'),
    policy.template,
    (statement) =>
      catchesAllWithoutTls(statement) &&
      reachesAction(statement.actions, 's3:*') &&
      coversBucketAndObjects(statement.resources, bucketArns),
  );
}

/** As {@link refusesHttp}, for a bucket that the template does not name: on whatever the policy is about. */
export function refusesSomeHttp(policy: Resource): boolean | undefined {
  return surelyDenies(
    policy.property('PolicyDocument'),
    policy.template,
    (statement) => catchesAllWithoutTls(statement) && reachesAction(statement.actions, 's3:*'),
  );
}
