import type { Resource } from '../../template/resource';
import { perAssembly } from '../cloudformation/per-assembly';
import { arnsOfName, bucketArns } from '../s3/bucket-arn';
import { isLogTarget } from '../s3/log-targets';
import type { Selector } from './selector';

const logTargetArns = perAssembly((assembly) =>
  assembly.resourcesOf('AWS::S3::Bucket').filter(isLogTarget).flatMap(bucketArns),
);

/**
 * True when a selector leaves out only what would never end if it were recorded: the bucket the trail writes to, and
 * those that receive access logs.
 */
export function excludesOnlyLogs(selector: Selector, trail: Resource): boolean {
  if (selector.except.length === 0) return true;
  const destination = trail.property('S3BucketName');
  const arns = [
    ...destination.targets().flatMap(bucketArns),
    ...destination.texts().flatMap(arnsOfName),
    ...logTargetArns(trail.template.assembly),
  ];
  return selector.except.every((start) => arns.some((arn) => start === arn || start.startsWith(`${arn}/`)));
}
