import type { Examples } from '../example';

export const s3vectorsExamples: Examples = {
  's3vectors-bucket-policy-known-accounts': {
    bad: `
Policy:
  Type: AWS::S3Vectors::VectorBucketPolicy
  Properties:
    VectorBucketName: notes
    Policy:
      Statement:
        - Effect: Allow
          Principal: 
            AWS: arn:aws:iam::444455556666:role/reader
          Action: s3vectors:QueryVectors
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3Vectors::VectorBucketPolicy
  Properties:
    VectorBucketName: notes
    Policy:
      Statement:
        - Effect: Allow
          Principal: 
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/reader
          Action: s3vectors:QueryVectors
          Resource: '*'
`,
  },
  's3vectors-bucket-policy-not-public': {
    bad: `
Policy:
  Type: AWS::S3Vectors::VectorBucketPolicy
  Properties:
    VectorBucketName: notes
    Policy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3vectors:QueryVectors
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3Vectors::VectorBucketPolicy
  Properties:
    VectorBucketName: notes
    Policy:
      Statement:
        - Effect: Allow
          Principal: 
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3vectors:QueryVectors
          Resource: '*'
`,
  },
  's3vectors-vectors-customer-key': {
    bad: `
Notes:
  Type: AWS::S3Vectors::VectorBucket
  Properties:
    EncryptionConfiguration:
      SseType: AES256
`,
    good: `
Notes:
  Type: AWS::S3Vectors::VectorBucket
  Properties:
    EncryptionConfiguration:
      SseType: aws:kms
      KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  's3vectors-vectors-retained': {
    bad: `
Notes:
  Type: AWS::S3Vectors::VectorBucket
`,
    good: `
Notes:
  Type: AWS::S3Vectors::VectorBucket
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
};
