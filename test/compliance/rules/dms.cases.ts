import type { JsonObject } from '../../../lib/compliance/template/json';
import { customerKey } from '../../../lib/compliance/rules/dms/customer-key';
import { endpointAuthenticated } from '../../../lib/compliance/rules/dms/endpoint-authenticated';
import { endpointBucketEncrypted } from '../../../lib/compliance/rules/dms/endpoint-bucket-encrypted';
import { endpointTls } from '../../../lib/compliance/rules/dms/endpoint-tls';
import { minorUpgrades } from '../../../lib/compliance/rules/dms/minor-upgrades';
import { multiAz } from '../../../lib/compliance/rules/dms/multi-az';
import { notPublic } from '../../../lib/compliance/rules/dms/not-public';
import { subnetGroup } from '../../../lib/compliance/rules/dms/subnet-group';
import { casesOf, either, NOTHING, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const INSTANCE = 'AWS::DMS::ReplicationInstance';
const PROFILE = 'AWS::DMS::InstanceProfile';
const ENDPOINT = 'AWS::DMS::Endpoint';
const REPLICATION = 'AWS::DMS::ReplicationConfig';
const BUCKET = {
  EncryptionMode: 'sse-kms',
  ServerSideEncryptionKmsKeyId: 'alias/rows',
  ExpectedBucketOwner: '111122223333',
};
const settings = (name: string, properties: JsonObject) => ({ [name]: properties });
export const dmsCases = [
  casesOf(customerKey, {
    ...propertyCases(INSTANCE, 'KmsKeyId', {
      good: ['alias/rows'],
      bad: ['alias/aws/dms'],
      absent: 'a finding',
    }),
    'a profile without a key is a finding': seen(subject(PROFILE), 'Properties.KmsKeyArn'),
    'a profile with a key is compliant': subject(PROFILE, { KmsKeyArn: 'alias/rows' }),
    'a serverless replication without a key is a finding': seen(
      subject(REPLICATION),
      'Properties.ComputeConfig.KmsKeyId',
    ),
    'a serverless replication with a key is compliant': subject(REPLICATION, {
      ComputeConfig: { KmsKeyId: 'alias/rows' },
    }),
  }),
  casesOf(endpointAuthenticated, {
    ...propertyCases(ENDPOINT, 'MongoDbSettings.AuthType', {
      good: ['password'],
      bad: ['no'],
      absent: 'compliant',
    }),
    ...propertyCases(ENDPOINT, 'RedisSettings.AuthType', {
      good: ['auth-token', 'auth-role'],
      bad: ['none'],
      absent: 'compliant',
    }),
    ...propertyCases(ENDPOINT, 'NeptuneSettings.IamAuthEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
      base: settings('NeptuneSettings', { S3BucketName: 'graph' }),
    }),
  }),
  casesOf(endpointBucketEncrypted, {
    ...propertyCases(ENDPOINT, 'S3Settings.EncryptionMode', {
      good: ['sse-kms', 'SSE-KMS'],
      bad: ['sse-s3'],
      absent: 'a finding',
      base: settings('S3Settings', BUCKET),
    }),
    'no key is a finding': seen(
      subject(ENDPOINT, settings('RedshiftSettings', { EncryptionMode: 'sse-kms' })),
      'Properties.RedshiftSettings.ServerSideEncryptionKmsKeyId',
    ),
    'no owner of the bucket is a finding': seen(
      subject(ENDPOINT, settings('S3Settings', { ...BUCKET, ExpectedBucketOwner: NOTHING })),
      'Properties.S3Settings.ExpectedBucketOwner',
    ),
    'an endpoint without a bucket is not applicable': subject(ENDPOINT),
    'a bucket in one branch is compliant': subject(ENDPOINT, settings('S3Settings', either(BUCKET, NOTHING))),
  }),
  casesOf(endpointTls, {
    ...propertyCases(ENDPOINT, 'SslMode', {
      good: ['require', 'verify-full'],
      bad: ['none'],
      absent: 'a finding',
      base: { EngineName: 'postgres' },
    }),
    'a bucket is compliant': subject(ENDPOINT, { EngineName: 's3' }),
    ...propertyCases(ENDPOINT, 'KafkaSettings.SecurityProtocol', {
      good: ['ssl-encryption', 'sasl-ssl'],
      bad: ['plaintext'],
      absent: 'compliant',
      base: { EngineName: 'kafka' },
    }),
    ...propertyCases(ENDPOINT, 'RedisSettings.SslSecurityProtocol', {
      good: ['ssl-encryption'],
      bad: ['plaintext'],
      absent: 'compliant',
      base: { EngineName: 'redis' },
    }),
  }),
  casesOf(
    minorUpgrades,
    propertyCases(INSTANCE, 'AutoMinorVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  ),
  casesOf(multiAz, propertyCases(INSTANCE, 'MultiAZ', { good: [true], bad: [false], absent: 'a finding' })),
  casesOf(
    notPublic,
    propertyCases(INSTANCE, 'PubliclyAccessible', { good: [false], bad: [true], absent: 'a finding' }),
  ),
  casesOf(subnetGroup, {
    ...propertyCases(INSTANCE, 'ReplicationSubnetGroupIdentifier', {
      good: ['private'],
      bad: [''],
      absent: 'a finding',
    }),
    'a profile without subnets is a finding': seen(subject(PROFILE), 'Properties.SubnetGroupIdentifier'),
    'a profile in subnets is compliant': subject(PROFILE, { SubnetGroupIdentifier: 'private' }),
  }),
];
