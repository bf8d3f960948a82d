import { PROMPT_CLASSES } from '../../../contract/data-class';
import { TAGS } from '../../../contract/tags';
import type { Assembly } from '../../template/assembly';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { append, perAssembly } from '../cloudformation/per-assembly';
import { HOLDERS, type DataClass, type Holder } from './key-holders';

const BUCKET_KEY = 'BucketEncryption.ServerSideEncryptionConfiguration';

/** A resource that is encrypted under a key. */
export interface KeyUser {
  readonly resource: Resource;
  readonly of: DataClass;
}

/** Everything of the assembly that is encrypted under a key of the assembly. */
export const keyUsers = perAssembly((assembly): ReadonlyMap<Resource, readonly KeyUser[]> => {
  const users = new Map<Resource, KeyUser[]>();
  const audited = auditBuckets(assembly);
  for (const [type, holder] of Object.entries(HOLDERS)) {
    for (const resource of assembly.resourcesOf(type)) {
      const of = audited.has(resource) ? 'audit' : holdsRecords(resource) ? 'data' : holder.of;
      const keys = new Set(keyProperties(resource, holder).flatMap((property) => property.targets()));
      for (const key of keys) append(users, key, { resource, of });
    }
  }
  return users;
});

/** A log group that says it holds what people wrote, such as the log of prompts, is no log of an application. */
function holdsRecords(resource: Resource): boolean {
  if (resource.type !== 'AWS::Logs::LogGroup') return false;
  return resource
    .property('Tags')
    .items()
    .some(
      (tag) =>
        tag.at('Key').texts().includes(TAGS.dataClass) &&
        tag
          .at('Value')
          .texts()
          .some((each) => PROMPT_CLASSES.some((known) => known === each)),
    );
}

function keyProperties(resource: Resource, { keys }: Holder): readonly Property[] {
  if (keys.length > 0) return keys.map((path) => resource.property(path));
  return resource
    .property(BUCKET_KEY)
    .items()
    .map((rule) => rule.at('ServerSideEncryptionByDefault.KMSMasterKeyID'));
}

/** Buckets that a trail writes to. */
function auditBuckets(assembly: Assembly): ReadonlySet<Resource> {
  const trails = assembly.resourcesOf('AWS::CloudTrail::Trail');
  return new Set(trails.flatMap((trail) => trail.property('S3BucketName').targets()));
}
