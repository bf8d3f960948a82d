import type { Examples } from '../example';

export const sqsExamples: Examples = {
  'sqs-dead-letters-from': {
    bad: `
Referrals:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt Unread.Arn
      maxReceiveCount: 3
Unread:
  Type: AWS::SQS::Queue
`,
    good: `
Referrals:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt Unread.Arn
      maxReceiveCount: 3
Unread:
  Type: AWS::SQS::Queue
  Properties:
    RedriveAllowPolicy:
      redrivePermission: byQueue
      sourceQueueArns: [arn:aws:sqs:us-east-1:111122223333:referrals]
`,
  },
  'sqs-queue-customer-key': {
    bad: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    KmsMasterKeyId: alias/aws/sqs
`,
    good: `
Key:
  Type: AWS::KMS::Key
Results:
  Type: AWS::SQS::Queue
  Properties:
    KmsMasterKeyId: !Ref Key
`,
  },
  'sqs-queue-dead-letter': {
    bad: `
Results:
  Type: AWS::SQS::Queue
`,
    good: `
Failed:
  Type: AWS::SQS::Queue
Results:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt Failed.Arn
      maxReceiveCount: 3
`,
  },
  'sqs-queue-encrypted': {
    bad: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    SqsManagedSseEnabled: false
`,
    good: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    SqsManagedSseEnabled: true
`,
  },
  'sqs-queue-key-reuse': {
    bad: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    KmsMasterKeyId: alias/results
    KmsDataKeyReusePeriodSeconds: 86400
`,
    good: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    KmsMasterKeyId: alias/results
    KmsDataKeyReusePeriodSeconds: 300
`,
  },
  'sqs-queue-kms': {
    bad: `
Results:
  Type: AWS::SQS::Queue
`,
    good: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    KmsMasterKeyId: alias/aws/sqs
`,
  },
  'sqs-queue-policy-no-not-action': {
    bad: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          NotAction: sqs:Delete*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sqs:SendMessage
          Resource: '*'
`,
  },
  'sqs-queue-policy-no-not-principal': {
    bad: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          NotPrincipal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sqs:SendMessage
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sqs:SendMessage
          Resource: '*'
`,
  },
  'sqs-queue-policy-no-wildcard-action': {
    bad: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sqs:*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sqs:SendMessage
          Resource: '*'
`,
  },
  'sqs-queue-policy-not-public': {
    bad: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: sqs:SendMessage
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [https://sqs.us-east-1.amazonaws.com/111122223333/results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sqs:SendMessage
          Resource: '*'
`,
  },
  'sqs-queue-retained': {
    bad: `
Results:
  Type: AWS::SQS::Queue
`,
    good: `
Results:
  Type: AWS::SQS::Queue
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'sqs-queue-retention': {
    bad: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    MessageRetentionPeriod: 3600
`,
    good: `
Results:
  Type: AWS::SQS::Queue
  Properties:
    MessageRetentionPeriod: 345600
`,
  },
  'sqs-queue-tls-only': {
    bad: `
Queue:
  Type: AWS::SQS::Queue
`,
    good: `
Queue:
  Type: AWS::SQS::Queue
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Queue]
    PolicyDocument:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action: sqs:SendMessage
          Resource: '*'
          Condition:
            Bool:
              aws:SecureTransport: 'false'
`,
  },
};
