import type { Examples } from '../example';

export const dmsExamples: Examples = {
  'dms-customer-key': {
    bad: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
`,
    good: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    KmsKeyId: alias/records
`,
  },
  'dms-endpoint-authenticated': {
    bad: `
Endpoint:
  Type: AWS::DMS::Endpoint
  Properties:
    EngineName: mongodb
    MongoDbSettings:
      AuthType: 'no'
`,
    good: `
Endpoint:
  Type: AWS::DMS::Endpoint
  Properties:
    EngineName: mongodb
    MongoDbSettings:
      AuthType: password
`,
  },
  'dms-endpoint-bucket-encrypted': {
    bad: `
Endpoint:
  Type: AWS::DMS::Endpoint
  Properties:
    EngineName: s3
    S3Settings:
      EncryptionMode: sse-s3
`,
    good: `
Endpoint:
  Type: AWS::DMS::Endpoint
  Properties:
    EngineName: s3
    S3Settings:
      EncryptionMode: sse-kms
      ServerSideEncryptionKmsKeyId: alias/records
      ExpectedBucketOwner: !Ref AWS::AccountId
`,
  },
  'dms-endpoint-tls': {
    bad: `
Endpoint:
  Type: AWS::DMS::Endpoint
  Properties:
    EngineName: postgres
    SslMode: none
`,
    good: `
Endpoint:
  Type: AWS::DMS::Endpoint
  Properties:
    EngineName: postgres
    SslMode: verify-full
`,
  },
  'dms-minor-upgrades': {
    bad: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'dms-multi-az': {
    bad: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    MultiAZ: false
`,
    good: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    MultiAZ: true
`,
  },
  'dms-not-public': {
    bad: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
`,
    good: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    PubliclyAccessible: false
`,
  },
  'dms-subnet-group': {
    bad: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
`,
    good: `
ReplicationInstance:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    ReplicationSubnetGroupIdentifier: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::DMS::ReplicationSubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
};
