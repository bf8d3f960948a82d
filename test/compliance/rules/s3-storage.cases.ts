import { accessPointBucketAccount } from '../../../lib/compliance/rules/s3/access-point-bucket-account';
import { accessPointPublicAccessBlocked } from '../../../lib/compliance/rules/s3/access-point-public-access-blocked';
import { bucketLifecycleKeeps } from '../../../lib/compliance/rules/s3/bucket-lifecycle-keeps';
import { metadataCustomerKey } from '../../../lib/compliance/rules/s3/metadata-customer-key';
import { storageLensEncrypted } from '../../../lib/compliance/rules/s3/storage-lens-encrypted';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { bucketEncrypted } from '../../../lib/compliance/rules/s3/bucket-encrypted';
import { bucketEventNotifications } from '../../../lib/compliance/rules/s3/bucket-event-notifications';
import { bucketKey } from '../../../lib/compliance/rules/s3/bucket-key';
import { bucketNoAcceleration } from '../../../lib/compliance/rules/s3/bucket-no-acceleration';
import { bucketObjectLock } from '../../../lib/compliance/rules/s3/bucket-object-lock';
import { bucketObjectLockRetention } from '../../../lib/compliance/rules/s3/bucket-object-lock-retention';
import { bucketReplicated } from '../../../lib/compliance/rules/s3/bucket-replicated';
import { bucketVersionLifecycle } from '../../../lib/compliance/rules/s3/bucket-version-lifecycle';
import { replicationEncrypted } from '../../../lib/compliance/rules/s3/replication-encrypted';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const BUCKET = 'AWS::S3::Bucket';
const LOGGED = {
  Logged: resource(BUCKET, { LoggingConfiguration: { DestinationBucketName: ref('Subject') } }),
};
const RECORD = { Trail: resource('AWS::CloudTrail::Trail', { S3BucketName: ref('Subject') }) };
const KEY = { Key: resource('AWS::KMS::Key') };

const locked = (retention: Json, change: JsonObject = {}) =>
  subject(BUCKET, {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: retention } },
    ...change,
  });
const RETENTION = 'Properties.ObjectLockConfiguration.Rule.DefaultRetention';
const replicating = (rule: JsonObject, others: JsonObject = {}) =>
  subject(BUCKET, { ReplicationConfiguration: { Rules: [rule] } }, others);
const copy = (key: Json, status: Json = 'Enabled'): JsonObject => ({
  Status: 'Enabled',
  SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: status } },
  Destination: { EncryptionConfiguration: { ReplicaKmsKeyID: key } },
});
const versions = (...rules: readonly Json[]) =>
  subject(BUCKET, {
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: { Rules: [...rules] },
  });
const notifying = (notification: Json) => subject(BUCKET, { NotificationConfiguration: notification });
const encrypted = (algorithm: Json, rule: JsonObject = {}) =>
  subject(BUCKET, {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm }, ...rule },
      ],
    },
  });

const POINT = 'AWS::S3::AccessPoint';
const living = (rule: JsonObject) => subject(BUCKET, { LifecycleConfiguration: { Rules: [rule] } });
const tabled = (encryption: Json) =>
  subject(BUCKET, {
    MetadataConfiguration: {
      JournalTableConfiguration: { RecordExpiration: {}, EncryptionConfiguration: encryption },
    },
  });
const exporting = (destinations: JsonObject) =>
  subject('AWS::S3::StorageLens', { StorageLensConfiguration: { DataExport: destinations } });

export const s3StorageCases = [
  casesOf(bucketObjectLock, {
    'a lock is compliant': subject(BUCKET, { ObjectLockEnabled: true }),
    'no lock is a finding': seen(subject(BUCKET), 'Properties.ObjectLockEnabled'),
    'a lock left to a parameter is unknown': subject(BUCKET, { ObjectLockEnabled: OPEN }),
    'a bucket of access logs is not applicable': subject(BUCKET, {}, LOGGED),
  }),
  casesOf(bucketObjectLockRetention, {
    'a period in years is compliant': locked({ Mode: 'COMPLIANCE', Years: 6 }),
    'a period of 30 days is compliant': locked({ Mode: 'GOVERNANCE', Days: 30 }),
    'no period is a finding': seen(
      subject(BUCKET, { ObjectLockEnabled: true }),
      `${RETENTION}.Mode`,
      `${RETENTION}.Days`,
    ),
    'a period without a mode is a finding': seen(locked({ Years: 6 }), `${RETENTION}.Mode`),
    'a period of 29 days is a finding': locked({ Mode: 'COMPLIANCE', Days: 29 }),
    'a period left to a parameter is unknown': locked({ Mode: 'COMPLIANCE', Days: OPEN }),
    'a bucket without a lock is not applicable': subject(BUCKET),
    'a bucket with the lock off is not applicable': subject(BUCKET, { ObjectLockEnabled: false }),
  }),
  casesOf(bucketReplicated, {
    'a rule is compliant': replicating({ Status: 'Enabled' }),
    'no rule is a finding': seen(subject(BUCKET), 'Properties.ReplicationConfiguration.Rules'),
    'a rule that is off is a finding': replicating({ Status: 'Disabled' }),
    'a rule in one branch is a finding': subject(BUCKET, {
      ReplicationConfiguration: either({ Rules: [{ Status: 'Enabled' }] }, NOTHING),
    }),
    'a rule left to a parameter is unknown': replicating({ Status: OPEN }),
    'a bucket of access logs is not applicable': subject(BUCKET, {}, LOGGED),
    'the bucket of a trail is not applicable': subject(BUCKET, {}, RECORD),
  }),
  casesOf(replicationEncrypted, {
    'a key of the other Region is compliant': replicating(
      copy('arn:aws:kms:us-west-2:111122223333:key/0a1b'),
    ),
    'a key of the stack is compliant': replicating(copy(arn('Key')), KEY),
    'objects under KMS left out is a finding': seen(
      replicating(copy('alias/copy', 'Disabled')),
      'Properties.ReplicationConfiguration.Rules.0.SourceSelectionCriteria.SseKmsEncryptedObjects.Status',
    ),
    'no key is a finding': replicating({ ...copy(NOTHING) }),
    'a key of AWS is a finding': replicating(copy('alias/aws/s3')),
    'a key left to a parameter is unknown': replicating(copy(OPEN)),
    'no replication is not applicable': subject(BUCKET),
  }),
  casesOf(bucketVersionLifecycle, {
    'versions that expire is compliant': versions({
      Status: 'Enabled',
      NoncurrentVersionExpiration: { NoncurrentDays: 365 },
    }),
    'versions that move is compliant': versions({
      Status: 'Enabled',
      NoncurrentVersionTransitions: [{ StorageClass: 'GLACIER', TransitionInDays: 90 }],
    }),
    'no rule is a finding': seen(
      subject(BUCKET, { VersioningConfiguration: { Status: 'Enabled' } }),
      'Properties.LifecycleConfiguration.Rules',
    ),
    'a rule that is off is a finding': versions({ Status: 'Disabled', NoncurrentVersionExpiration: {} }),
    'a rule for current versions is a finding': versions({ Status: 'Enabled', ExpirationInDays: 30 }),
    'a rule left to a parameter is unknown': versions({ Status: OPEN, NoncurrentVersionExpiration: {} }),
    'a bucket without versions is not applicable': subject(BUCKET),
    'a bucket whose versions are locked is not applicable': subject(BUCKET, {
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
    }),
  }),
  casesOf(bucketEventNotifications, {
    'events to EventBridge is compliant': notifying({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    }),
    'events to a topic is compliant': notifying({ TopicConfigurations: [{ Event: 's3:ObjectRemoved:*' }] }),
    'no events is a finding': seen(subject(BUCKET), 'Properties.NotificationConfiguration'),
    'EventBridge turned off is a finding': notifying({
      EventBridgeConfiguration: { EventBridgeEnabled: false },
    }),
    'an empty list is a finding': notifying({ QueueConfigurations: [] }),
    'events left to a parameter is unknown': notifying(OPEN),
    'the bucket of a trail is not applicable': subject(BUCKET, {}, RECORD),
  }),
  casesOf(bucketNoAcceleration, {
    'nothing said is compliant': subject(BUCKET),
    'suspended is compliant': subject(BUCKET, {
      AccelerateConfiguration: { AccelerationStatus: 'Suspended' },
    }),
    'acceleration is a finding': seen(
      subject(BUCKET, { AccelerateConfiguration: { AccelerationStatus: 'Enabled' } }),
      'Properties.AccelerateConfiguration.AccelerationStatus',
    ),
    'acceleration left to a parameter is unknown': subject(BUCKET, {
      AccelerateConfiguration: { AccelerationStatus: OPEN },
    }),
  }),
  casesOf(bucketEncrypted, {
    'a key of S3 is compliant': encrypted('AES256'),
    'a KMS key is compliant': encrypted('aws:kms'),
    'nothing said is a finding': seen(
      subject(BUCKET),
      'Properties.BucketEncryption.ServerSideEncryptionConfiguration',
    ),
    'an unknown algorithm is a finding': encrypted('none'),
    'an algorithm left to a parameter is unknown': encrypted(OPEN),
  }),
  casesOf(bucketKey, {
    'a bucket key is compliant': encrypted('aws:kms', { BucketKeyEnabled: true }),
    'no bucket key is a finding': seen(
      encrypted('aws:kms'),
      'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.BucketKeyEnabled',
    ),
    'a bucket key left to a parameter is unknown': encrypted('aws:kms', { BucketKeyEnabled: OPEN }),
    'a key of S3 is not applicable': encrypted('AES256'),
    'nothing said is not applicable': subject(BUCKET),
  }),
  casesOf(accessPointPublicAccessBlocked, {
    'a full block is compliant': subject(POINT, {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    }),
    'nothing said is a finding': subject(POINT),
    'one switch left out is a finding': seen(
      subject(POINT, {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
        },
      }),
      'Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets',
    ),
    'a block left to a parameter is unknown': subject(POINT, { PublicAccessBlockConfiguration: OPEN }),
  }),
  casesOf(accessPointBucketAccount, {
    'an account is compliant': subject(POINT, { BucketAccountId: '111122223333' }),
    'no account is a finding': seen(subject(POINT), 'Properties.BucketAccountId'),
    'no account of one Region is a finding': seen(
      subject('AWS::S3::MultiRegionAccessPoint', {
        Regions: [{ Bucket: 'one', BucketAccountId: '111122223333' }, { Bucket: 'two' }],
      }),
      'Properties.Regions.1.BucketAccountId',
    ),
  }),
  casesOf(bucketLifecycleKeeps, {
    'nothing said is compliant': subject(BUCKET),
    'a month is compliant': living({ Status: 'Enabled', ExpirationInDays: 30 }),
    'a rule that is off is compliant': living({ Status: 'Disabled', ExpirationInDays: 1 }),
    'a bucket of access logs is not applicable': subject(
      BUCKET,
      { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] } },
      LOGGED,
    ),
    'the record of a trail that goes after a day is a finding': subject(
      BUCKET,
      { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] } },
      RECORD,
    ),
    'a day less than a month is a finding': seen(
      living({ Status: 'Enabled', ExpirationInDays: 29 }),
      'Properties.LifecycleConfiguration.Rules.0.ExpirationInDays',
    ),
    'versions that go after a day is a finding': living({
      Status: 'Enabled',
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    }),
    'a period left to a parameter is unknown': living({ Status: 'Enabled', ExpirationInDays: OPEN }),
  }),
  casesOf(metadataCustomerKey, {
    'a key of your own is compliant': tabled({ SseAlgorithm: 'aws:kms', KmsKeyArn: 'alias/tables' }),
    'no key is a finding': seen(
      tabled(NOTHING),
      'Properties.MetadataConfiguration.JournalTableConfiguration.EncryptionConfiguration.SseAlgorithm',
      'Properties.MetadataConfiguration.JournalTableConfiguration.EncryptionConfiguration.KmsKeyArn',
    ),
    'a key of S3 is a finding': tabled({ SseAlgorithm: 'AES256' }),
    'a key left to a parameter is unknown': tabled({ SseAlgorithm: 'aws:kms', KmsKeyArn: OPEN }),
    'no tables is not applicable': subject(BUCKET),
  }),
  casesOf(storageLensEncrypted, {
    'encryption is compliant': exporting({ S3BucketDestination: { Encryption: { SSES3: {} } } }),
    'no encryption is a finding': seen(
      exporting({ S3BucketDestination: { Format: 'CSV' } }),
      'Properties.StorageLensConfiguration.DataExport.S3BucketDestination.Encryption',
    ),
    'expanded prefixes without encryption is a finding': seen(
      subject('AWS::S3::StorageLens', {
        StorageLensConfiguration: {
          ExpandedPrefixesDataExport: { StorageLensTableDestination: { IsEnabled: true } },
        },
      }),
      'Properties.StorageLensConfiguration.ExpandedPrefixesDataExport.StorageLensTableDestination.Encryption',
    ),
    'no export is not applicable': subject('AWS::S3::StorageLens'),
  }),
];
