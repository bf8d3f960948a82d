import type { Examples } from '../example';

export const omicsExamples: Examples = {
  'omics-access-logged': {
    bad: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  Properties:
    Name: reads
`,
    good: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  Properties:
    Name: reads
    AccessLogLocation: s3://access-log/omics/
`,
  },
  'omics-customer-key': {
    bad: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  Properties:
    Name: reads
`,
    good: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  Properties:
    Name: reads
    SseConfig:
      Type: KMS
      KeyArn: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'omics-policy-not-public': {
    bad: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  Properties:
    S3AccessPolicy:
      Statement:
        Effect: Allow
        Principal: '*'
        Action: s3:GetObject
        Resource: '*'
`,
    good: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  Properties:
    S3AccessPolicy:
      Statement:
        Effect: Allow
        Principal:
          AWS: '111122223333'
        Action: s3:GetObject
        Resource: '*'
`,
  },
  'omics-store-retained': {
    bad: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
`,
    good: `
SequenceStore:
  Type: AWS::Omics::SequenceStore
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
};
