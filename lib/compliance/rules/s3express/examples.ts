import type { Examples } from '../example';

export const s3expressExamples: Examples = {
  's3express-bucket-customer-key': {
    bad: `
Working:
  Type: AWS::S3Express::DirectoryBucket
  Properties:
    DataRedundancy: SingleAvailabilityZone
    LocationName: use1-az4
`,
    good: `
Working:
  Type: AWS::S3Express::DirectoryBucket
  Properties:
    DataRedundancy: SingleAvailabilityZone
    LocationName: use1-az4
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms
            KMSMasterKeyID: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  's3express-bucket-policy-not-public': {
    bad: `
Policy:
  Type: AWS::S3Express::BucketPolicy
  Properties:
    Bucket: working--use1-az4--x-s3
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3express:CreateSession
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3Express::BucketPolicy
  Properties:
    Bucket: working--use1-az4--x-s3
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: 
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3express:CreateSession
          Resource: '*'
`,
  },
  's3express-bucket-retained': {
    bad: `
Working:
  Type: AWS::S3Express::DirectoryBucket
`,
    good: `
Working:
  Type: AWS::S3Express::DirectoryBucket
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
};
