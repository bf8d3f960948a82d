import type { Examples } from '../example';

export const snsExamples: Examples = {
  'sns-subscription-https': {
    bad: `
Partner:
  Type: AWS::SNS::Subscription
  Properties:
    TopicArn: arn:aws:sns:us-east-1:111122223333:results
    Protocol: http
    Endpoint: http://partner.example.org
`,
    good: `
Partner:
  Type: AWS::SNS::Subscription
  Properties:
    TopicArn: arn:aws:sns:us-east-1:111122223333:results
    Protocol: https
    Endpoint: https://partner.example.org
`,
  },
  'sns-subscription-not-mailed': {
    bad: `
Nurse:
  Type: AWS::SNS::Subscription
  Properties:
    TopicArn: arn:aws:sns:us-east-1:111122223333:results
    Protocol: email
    Endpoint: ward@example.org
`,
    good: `
Ward:
  Type: AWS::SNS::Subscription
  Properties:
    TopicArn: arn:aws:sns:us-east-1:111122223333:results
    Protocol: sqs
    Endpoint: arn:aws:sqs:us-east-1:111122223333:ward
`,
  },
  'sns-topic-customer-key': {
    bad: `
Results:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: alias/aws/sns
`,
    good: `
Key:
  Type: AWS::KMS::Key
Results:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: !Ref Key
`,
  },
  'sns-topic-delivery-logged': {
    bad: `
Results:
  Type: AWS::SNS::Topic
`,
    good: `
Results:
  Type: AWS::SNS::Topic
  Properties:
    DeliveryStatusLogging:
      - Protocol: lambda
        FailureFeedbackRoleArn: arn:aws:iam::111122223333:role/delivery-logs
`,
  },
  'sns-topic-encrypted': {
    bad: `
Results:
  Type: AWS::SNS::Topic
`,
    good: `
Results:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: alias/aws/sns
`,
  },
  'sns-topic-policy-no-not-action': {
    bad: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          NotAction: sns:Delete*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sns:Publish
          Resource: '*'
`,
  },
  'sns-topic-policy-no-not-principal': {
    bad: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          NotPrincipal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sns:Publish
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sns:Publish
          Resource: '*'
`,
  },
  'sns-topic-policy-no-wildcard-action': {
    bad: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sns:*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sns:Publish
          Resource: '*'
`,
  },
  'sns-topic-policy-not-public': {
    bad: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: sns:Publish
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [arn:aws:sns:us-east-1:111122223333:results]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/sender
          Action: sns:Publish
          Resource: '*'
`,
  },
  'sns-topic-signature': {
    bad: `
Results:
  Type: AWS::SNS::Topic
  Properties:
    TopicName: results
`,
    good: `
Results:
  Type: AWS::SNS::Topic
  Properties:
    TopicName: results
    SignatureVersion: '2'
`,
  },
  'sns-topic-tls-only': {
    bad: `
Topic:
  Type: AWS::SNS::Topic
`,
    good: `
Topic:
  Type: AWS::SNS::Topic
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [!Ref Topic]
    PolicyDocument:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action: sns:Publish
          Resource: '*'
          Condition:
            Bool:
              aws:SecureTransport: 'false'
`,
  },
};
