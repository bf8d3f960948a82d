import type { Resource } from '../../template/resource';
import { own } from '../../template/json';
import { isTrue } from '../../template/value';
import { perAssembly } from '../cloudformation/per-assembly';
import { bucketArns } from '../s3/bucket-arn';
import { selectorsOf, takesAll } from './selectors';

export const S3_OBJECT = 'AWS::S3::Object';

/** Selectors for S3 objects of all trails that surely record. */
const objectSelectors = perAssembly((assembly) =>
  assembly
    .resourcesOf('AWS::CloudTrail::Trail')
    .filter((trail) => own(trail.definition, 'Condition') === undefined)
    .filter((trail) =>
      trail.property('IsLogging').values.every((value) => value.kind === 'literal' && isTrue(value.value)),
    )
    .flatMap((trail) => selectorsOf(trail))
    .filter((selector) => !selector.wavers && selector.types.includes(S3_OBJECT)),
);

/** True when a trail of the assembly records every read and write of a bucket's objects. */
export function recordsObjectsOf(bucket: Resource): boolean {
  const prefixes = bucketArns(bucket).map((arn) => `${arn}/`);
  const matches = (starts: readonly string[]) =>
    starts.some((start) => start !== '' && prefixes.some((prefix) => prefix.startsWith(start)));
  return objectSelectors(bucket.template.assembly).some((selector) => {
    const taken =
      takesAll(selector, S3_OBJECT) || (selector.narrowedBy.length === 0 && matches(selector.only));
    return taken && !matches(selector.except);
  });
}
