import type { Aws } from '../support/aws';
import {
  at,
  isObject,
  listAt,
  parseJson,
  present,
  textAt,
  type Json,
  type JsonObject,
} from '../support/json';
import { tags, type Readers } from './reader';

/** One configuration of a bucket; none when the bucket has none. */
async function configuration(aws: Aws, operation: string, Bucket: string): Promise<JsonObject> {
  return (await aws.find('s3', operation, { Bucket })) ?? {};
}

export const s3: Readers = {
  'AWS::S3::Bucket': async (aws, Bucket) => {
    if (!(await aws.find('s3', 'HeadBucket', { Bucket }))) return undefined;
    const read = (operation: string): Promise<JsonObject> => configuration(aws, operation, Bucket);
    const encryption = await read('GetBucketEncryption');
    const versioning = await read('GetBucketVersioning');
    const access = await read('GetPublicAccessBlock');
    const ownership = await read('GetBucketOwnershipControls');
    const lifecycle = await read('GetBucketLifecycleConfiguration');
    const logging = at(await read('GetBucketLogging'), 'LoggingEnabled');
    const lock = at(await read('GetObjectLockConfiguration'), 'ObjectLockConfiguration');
    const tagged = await read('GetBucketTagging');
    const rules = listAt(encryption, 'ServerSideEncryptionConfiguration', 'Rules');
    return present({
      BucketEncryption:
        rules.length > 0 ? { ServerSideEncryptionConfiguration: rules.map(encryptionRule) } : undefined,
      VersioningConfiguration: present({ Status: at(versioning, 'Status') }),
      PublicAccessBlockConfiguration: at(access, 'PublicAccessBlockConfiguration'),
      OwnershipControls: at(ownership, 'OwnershipControls'),
      LifecycleConfiguration: { Rules: listAt(lifecycle, 'Rules').map(lifecycleRule) },
      LoggingConfiguration: logging
        ? present({
            DestinationBucketName: at(logging, 'TargetBucket'),
            LogFilePrefix: at(logging, 'TargetPrefix'),
          })
        : undefined,
      ObjectLockEnabled: lock ? at(lock, 'ObjectLockEnabled') === 'Enabled' : undefined,
      ObjectLockConfiguration: lock,
      Tags: tags(listAt(tagged, 'TagSet')),
    });
  },

  'AWS::S3::BucketPolicy': async (aws, _, properties) => {
    const Bucket = textAt(properties, 'Bucket');
    const policy = await aws.find('s3', 'GetBucketPolicy', { Bucket });
    return policy && { Bucket, PolicyDocument: parseJson(textAt(policy, 'Policy')) };
  },
};

/** CloudFormation's name of a member that the API calls otherwise. */
function encryptionRule(rule: Json): Json {
  const byDefault = at(rule, 'ApplyServerSideEncryptionByDefault');
  return present({
    BucketKeyEnabled: at(rule, 'BucketKeyEnabled'),
    ServerSideEncryptionByDefault: present({
      SSEAlgorithm: at(byDefault, 'SSEAlgorithm'),
      KMSMasterKeyID: at(byDefault, 'KMSMasterKeyID'),
    }),
  });
}

function lifecycleRule(rule: Json): Json {
  const filter = at(rule, 'Filter');
  return present({
    Id: at(rule, 'ID'),
    Status: at(rule, 'Status'),
    Prefix: isObject(filter) ? at(filter, 'Prefix') : at(rule, 'Prefix'),
    ExpirationInDays: at(rule, 'Expiration', 'Days'),
    ExpiredObjectDeleteMarker: at(rule, 'Expiration', 'ExpiredObjectDeleteMarker'),
    NoncurrentVersionExpiration: at(rule, 'NoncurrentVersionExpiration'),
    AbortIncompleteMultipartUpload: at(rule, 'AbortIncompleteMultipartUpload'),
  });
}
