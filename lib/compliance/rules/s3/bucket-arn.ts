import { covers } from '../../policy/pattern';
import type { Resource } from '../../template/resource';

const PARTITIONS = ['${AWS::Partition}', 'aws', 'aws-us-gov', 'aws-cn'];

/** Every way a template may write the ARN of a bucket with that name. */
export function arnsOfName(name: string): readonly string[] {
  return PARTITIONS.map((partition) => `arn:${partition}:s3:::${name}`);
}

const known = new WeakMap<Resource, readonly string[]>();

/** Every way a template of the assembly may write the ARN of its bucket. */
export function bucketArns(bucket: Resource): readonly string[] {
  const arns = known.get(bucket);
  if (arns) return arns;
  const names = [...bucket.property('BucketName').texts(), `\${${bucket.logicalId}}`];
  const found = [`\${${bucket.logicalId}.Arn}`, ...names.flatMap(arnsOfName)];
  known.set(bucket, found);
  return found;
}

/** True when patterns of a policy cover the bucket itself and every object in it. */
export function coversBucketAndObjects(patterns: readonly string[], arns: readonly string[]): boolean {
  const reach = (suffix: string) =>
    arns.some((arn) => patterns.some((pattern) => covers(pattern, arn + suffix)));
  // as text, `/*` is met only by patterns that leave the object's name open
  return reach('') && reach('/*');
}
