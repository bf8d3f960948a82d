import type { Examples } from '../example';

export const kinesisExamples: Examples = {
  'kinesis-resource-policy-not-public': {
    bad: `
Policy:
  Type: AWS::Kinesis::ResourcePolicy
  Properties:
    ResourceArn: arn:aws:kinesis:us-east-1:111122223333:stream/vitals
    ResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: kinesis:GetRecords
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::Kinesis::ResourcePolicy
  Properties:
    ResourceArn: arn:aws:kinesis:us-east-1:111122223333:stream/vitals
    ResourcePolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: kinesis:GetRecords
          Resource: '*'
`,
  },
  'kinesis-stream-customer-key': {
    bad: `
Vitals:
  Type: AWS::Kinesis::Stream
  Properties:
    StreamEncryption:
      EncryptionType: KMS
      KeyId: alias/aws/kinesis
`,
    good: `
Vitals:
  Type: AWS::Kinesis::Stream
  Properties:
    StreamEncryption:
      EncryptionType: KMS
      KeyId: alias/vitals
`,
  },
  'kinesis-stream-encrypted': {
    bad: `
Vitals:
  Type: AWS::Kinesis::Stream
  Properties:
    ShardCount: 1
`,
    good: `
Vitals:
  Type: AWS::Kinesis::Stream
  Properties:
    ShardCount: 1
    StreamEncryption:
      EncryptionType: KMS
      KeyId: alias/aws/kinesis
`,
  },
  'kinesis-stream-retained': {
    bad: `
Vitals:
  Type: AWS::Kinesis::Stream
`,
    good: `
Vitals:
  Type: AWS::Kinesis::Stream
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'kinesis-stream-retention': {
    bad: `
Vitals:
  Type: AWS::Kinesis::Stream
  Properties:
    RetentionPeriodHours: 24
`,
    good: `
Vitals:
  Type: AWS::Kinesis::Stream
  Properties:
    RetentionPeriodHours: 168
`,
  },
};
