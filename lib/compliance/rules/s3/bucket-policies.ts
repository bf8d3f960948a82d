import type { Resource } from '../../template/resource';
import { isObject, own } from '../../template/json';
import { companions, deploysWith } from '../cloudformation/companions';
import { append, perAssembly } from '../cloudformation/per-assembly';

/** The bucket policies of a bucket, in whichever template of the assembly they are. */
export const bucketPolicies = companions(
  ['AWS::S3::BucketPolicy'],
  (policy) => policy.property('Bucket'),
  'BucketName',
);

const bucketNames = perAssembly(
  (assembly) =>
    new Set(
      assembly.resourcesOf('AWS::S3::Bucket').flatMap((bucket) => bucket.property('BucketName').texts()),
    ),
);

/** True when the bucket of a policy is part of the assembly, and so judged itself. */
export function hasItsBucket(policy: Resource): boolean {
  const bucket = policy.property('Bucket');
  const names = bucketNames(policy.template.assembly);
  return bucket.targets().length > 0 || bucket.texts().some((name) => names.has(name));
}

/** True when some policy beside the bucket does not say whose it is. */
export function mayHaveAPolicy(bucket: Resource): boolean {
  return bucket.template
    .resourcesOf('AWS::S3::BucketPolicy')
    .some((policy) => policy.property('Bucket').values.some(({ kind }) => kind === 'unknown'));
}

/** Policies by their template and the words in which they name their bucket. */
const policiesByWords = perAssembly((assembly) => {
  const found = new Map<string, Resource[]>();
  for (const policy of assembly.resourcesOf('AWS::S3::BucketPolicy'))
    append(found, `${policy.template.path} ${written(policy, 'Bucket')}`, policy);
  return found;
});

/** True when a policy of the same template says its bucket's name in the very words of this bucket. */
export function isNamedAlike(bucket: Resource): boolean {
  const name = written(bucket, 'BucketName');
  if (name === '') return false;
  const policies = policiesByWords(bucket.template.assembly).get(`${bucket.template.path} ${name}`) ?? [];
  return policies.some((policy) => deploysWith(policy, bucket));
}

/** An expression as JSON; '' when there is none. */
function written(resource: Resource, name: string): string {
  const properties = own(resource.definition, 'Properties');
  const value = isObject(properties) ? own(properties, name) : undefined;
  return value === undefined ? '' : JSON.stringify(value);
}
