import type { Examples } from '../example';

export const s3tablesExamples: Examples = {
  's3tables-bucket-customer-key': {
    bad: `
Cohorts:
  Type: AWS::S3Tables::TableBucket
  Properties:
    TableBucketName: cohorts
`,
    good: `
Cohorts:
  Type: AWS::S3Tables::TableBucket
  Properties:
    TableBucketName: cohorts
    EncryptionConfiguration:
      SSEAlgorithm: aws:kms
      KMSKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  's3tables-bucket-files-kept': {
    bad: `
Cohorts:
  Type: AWS::S3Tables::TableBucket
  Properties:
    UnreferencedFileRemoval:
      Status: Enabled
      NoncurrentDays: 1
`,
    good: `
Cohorts:
  Type: AWS::S3Tables::TableBucket
`,
  },
  's3tables-bucket-replicated': {
    bad: `
Cohorts:
  Type: AWS::S3Tables::TableBucket
`,
    good: `
Cohorts:
  Type: AWS::S3Tables::TableBucket
  Properties:
    ReplicationConfiguration:
      Role: arn:aws:iam::111122223333:role/replication
      Rules:
        - Destinations:
            - DestinationTableBucketARN: arn:aws:s3tables:us-west-2:111122223333:bucket/cohort-copies
`,
  },
  's3tables-policy-not-public': {
    bad: `
Policy:
  Type: AWS::S3Tables::TableBucketPolicy
  Properties:
    TableBucketARN: !GetAtt Cohorts.TableBucketARN
    ResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3tables:GetTableData
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3Tables::TableBucketPolicy
  Properties:
    TableBucketARN: !GetAtt Cohorts.TableBucketARN
    ResourcePolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3tables:GetTableData
          Resource: '*'
`,
  },
  's3tables-table-snapshots-kept': {
    bad: `
Diagnoses:
  Type: AWS::S3Tables::Table
`,
    good: `
Diagnoses:
  Type: AWS::S3Tables::Table
  Properties:
    SnapshotManagement:
      Status: enabled
      MinSnapshotsToKeep: 7
`,
  },
  's3tables-tables-retained': {
    bad: `
Diagnoses:
  Type: AWS::S3Tables::Table
`,
    good: `
Diagnoses:
  Type: AWS::S3Tables::Table
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
};
