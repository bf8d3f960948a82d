import { region } from '../../../lib/compliance/rules/governance/region';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  OPEN,
  ref,
  resource,
  seen,
  subject,
  type RuleCases,
} from '../../support/judge-template';

const POLICY = 'AWS::IAM::Policy';
const PROFILE = 'AWS::Bedrock::ApplicationInferenceProfile';
const MODEL = 'amazon.nova-lite-v1:0';

const replica = (rule: JsonObject) =>
  subject(
    'AWS::S3::Bucket',
    { ReplicationConfiguration: { Rules: [{ Destination: rule }] } },
    { Copies: resource('AWS::S3::Bucket') },
  );
const under = (key: Json): JsonObject => ({
  Bucket: 'arn:aws:s3:::copies',
  EncryptionConfiguration: { ReplicaKmsKeyID: key },
});
const BUCKET = 'Properties.ReplicationConfiguration.Rules.0.Destination.Bucket';
const key = (place: string) => `arn:aws:kms:${place}:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000`;
const asks = (Resource: Json, more: JsonObject = {}) =>
  subject(POLICY, {
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource, ...more }] },
  });
const STATEMENT = 'Properties.PolicyDocument.Statement.0';
const copyOf = (CopyFrom: Json) => subject(PROFILE, { ModelSource: { CopyFrom } });
const within = (...values: readonly Json[]): JsonObject => ({
  Condition: { StringEquals: { 'aws:RequestedRegion': values } },
});

export const governanceRegionCases: readonly RuleCases[] = [
  casesOf(region, {
    'a replica in a bucket of the app is compliant': replica({ Bucket: arn('Copies') }),
    'a replica under a key in an allowed Region is compliant': replica(under(key('us-west-2'))),
    'a replica under a key elsewhere is a finding': seen(
      replica(under(key('eu-west-1'))),
      'Properties.ReplicationConfiguration.Rules.0.Destination.EncryptionConfiguration.ReplicaKmsKeyID',
    ),
    'a replica in a bucket known by name alone is unknown': seen(
      replica({ Bucket: 'arn:aws:s3:::copies' }),
      BUCKET,
    ),
    'a replica under a key known by id alone is unknown': replica(under('0a1b2c3d')),
    'a replica in a bucket left to a parameter is unknown': replica({ Bucket: OPEN }),
    'an access point for buckets of others is unknown': subject('AWS::S3::MultiRegionAccessPoint', {
      Regions: [{ Bucket: 'copies' }],
    }),
    'a secret that is replicated elsewhere is a finding': subject('AWS::SecretsManager::Secret', {
      ReplicaRegions: [{ Region: 'us-west-2' }, { Region: 'ca-central-1' }],
    }),
    'a replica of a key from elsewhere is a finding': subject('AWS::KMS::ReplicaKey', {
      PrimaryKeyArn: key('eu-west-1'),
    }),
    'a replica of a key of the app is compliant': subject(
      'AWS::KMS::ReplicaKey',
      { PrimaryKeyArn: arn('Primary') },
      { Primary: resource('AWS::KMS::Key') },
    ),
    'a copy of a database of the own Region is compliant': subject('AWS::RDS::DBInstance', {
      SourceDBInstanceIdentifier: 'visits',
    }),
    'a copy of a database elsewhere is a finding': subject('AWS::RDS::DBInstance', {
      SourceDBInstanceIdentifier: 'arn:aws:rds:eu-west-1:111122223333:db:visits',
    }),
    'a global database that begins elsewhere is a finding': subject('AWS::RDS::GlobalCluster', {
      SourceDBClusterIdentifier: 'arn:aws:rds:eu-west-1:111122223333:cluster:visits',
    }),
    'a witness elsewhere is a finding': subject('AWS::DynamoDB::GlobalTable', {
      Replicas: [{ Region: 'us-east-1' }],
      GlobalTableWitnesses: [{ Region: 'eu-west-1' }],
    }),
    'a replica that the CDK makes elsewhere is a finding': subject('Custom::DynamoDBReplica', {
      Region: 'eu-west-1',
    }),
    'images copied elsewhere is a finding': subject('AWS::ECR::ReplicationConfiguration', {
      ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: 'eu-west-1' }] }] },
    }),
    'snapshots copied elsewhere is a finding': subject('AWS::DLM::LifecyclePolicy', {
      PolicyDetails: { Schedules: [{ CrossRegionCopyRules: [{ Target: 'eu-west-1' }] }] },
    }),
    'a cache that is global elsewhere is a finding': subject('AWS::ElastiCache::GlobalReplicationGroup', {
      Members: [{ ReplicationGroupRegion: 'eu-west-1' }],
    }),
    'a table of Keyspaces elsewhere is a finding': subject('AWS::Cassandra::Table', {
      ReplicaSpecifications: [{ Region: 'eu-west-1' }],
    }),
    'a profile of a geography that is allowed is compliant': copyOf(
      `arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.${MODEL}`,
    ),
    'a profile of another geography is a finding': seen(
      copyOf(`arn:aws:bedrock:us-east-1:111122223333:inference-profile/eu.${MODEL}`),
      'Properties.ModelSource.CopyFrom',
    ),
    'a global profile is a finding': subject('AWS::Bedrock::Agent', { FoundationModel: `global.${MODEL}` }),
    'a model in another Region is a finding': copyOf(`arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`),
    'a model in the own Region is compliant': subject('AWS::Bedrock::Agent', { FoundationModel: MODEL }),
    'a profile of a geography that nobody listed is unknown': subject('AWS::Bedrock::Agent', {
      FoundationModel: `ca.${MODEL}`,
    }),
    'a policy for a model in the own Region is compliant': asks({
      'Fn::Sub': `arn:aws:bedrock:\${AWS::Region}::foundation-model/${MODEL}`,
    }),
    'a policy for a model in any Region is a finding': seen(
      asks(`arn:aws:bedrock:*::foundation-model/${MODEL}`),
      STATEMENT,
    ),
    'a policy for a model elsewhere is a finding': asks([
      `arn:aws:bedrock:us-east-1::foundation-model/${MODEL}`,
      `arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`,
    ]),
    'a policy for any Region, and a condition on it, is compliant': asks(
      `arn:aws:bedrock:*::foundation-model/${MODEL}`,
      within('us-east-1', ref('AWS::Region')),
    ),
    'a policy for any Region, and a condition that names another, is a finding': asks(
      `arn:aws:bedrock:*::foundation-model/${MODEL}`,
      within('us-east-1', 'eu-west-1'),
    ),
    'a model left to a parameter is unknown': subject('AWS::Bedrock::Agent', { FoundationModel: OPEN }),
    'a policy for a Region left to a parameter is unknown': asks({
      'Fn::Sub': `arn:aws:bedrock:\${Open}::foundation-model/${MODEL}`,
    }),
  }),
];
