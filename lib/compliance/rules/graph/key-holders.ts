/** What a key protects, by who reads it: records of patients, logs of applications, the audit record, build output. */
export type DataClass = 'data' | 'logs' | 'audit' | 'builds';

export interface Holder {
  readonly of: DataClass;
  /** Properties that name the key. */
  readonly keys: readonly string[];
}

const data = (...keys: readonly string[]): Holder => ({ of: 'data', keys });

/** Types that hold something under a key, and where they name it. */
export const HOLDERS: Readonly<Record<string, Holder>> = {
  'AWS::S3::Bucket': data(),
  'AWS::DynamoDB::Table': data('SSESpecification.KMSMasterKeyId'),
  'AWS::RDS::DBInstance': data('KmsKeyId'),
  'AWS::RDS::DBCluster': data('KmsKeyId'),
  'AWS::DocDB::DBCluster': data('KmsKeyId'),
  'AWS::Neptune::DBCluster': data('KmsKeyId'),
  'AWS::Redshift::Cluster': data('KmsKeyId'),
  'AWS::EFS::FileSystem': data('KmsKeyId'),
  'AWS::FSx::FileSystem': data('KmsKeyId'),
  'AWS::ElastiCache::ReplicationGroup': data('KmsKeyId'),
  'AWS::OpenSearchService::Domain': data('EncryptionAtRestOptions.KmsKeyId'),
  'AWS::Kinesis::Stream': data('StreamEncryption.KeyId'),
  'AWS::SQS::Queue': data('KmsMasterKeyId'),
  'AWS::SNS::Topic': data('KmsMasterKeyId'),
  'AWS::HealthLake::FHIRDatastore': data('SseConfiguration.KmsEncryptionConfig.KmsKeyId'),
  'AWS::Logs::LogGroup': { of: 'logs', keys: ['KmsKeyId'] },
  'AWS::CloudTrail::Trail': { of: 'audit', keys: ['KMSKeyId'] },
  'AWS::CloudTrail::EventDataStore': { of: 'audit', keys: ['KmsKeyId'] },
  'AWS::CodeBuild::Project': { of: 'builds', keys: ['EncryptionKey'] },
  'AWS::ECR::Repository': { of: 'builds', keys: ['EncryptionConfiguration.KmsKey'] },
};
