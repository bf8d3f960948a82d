import type { Examples } from '../example';

export const logsExamples: Examples = {
  'logs-anomaly-detector-customer-key': {
    bad: `
Detector:
  Type: AWS::Logs::LogAnomalyDetector
  Properties:
    DetectorName: app
`,
    good: `
Detector:
  Type: AWS::Logs::LogAnomalyDetector
  Properties:
    DetectorName: app
    KmsKeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'logs-delivery-destination-policy-not-public': {
    bad: `
Central:
  Type: AWS::Logs::DeliveryDestination
  Properties:
    Name: central
    DeliveryDestinationPolicy:
      DeliveryDestinationPolicy:
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: logs:CreateDelivery
            Resource: '*'
`,
    good: `
Central:
  Type: AWS::Logs::DeliveryDestination
  Properties:
    Name: central
    DeliveryDestinationPolicy:
      DeliveryDestinationPolicy:
        Statement:
          - Effect: Allow
            Principal:
              AWS: '111122223333'
            Action: logs:CreateDelivery
            Resource: '*'
`,
  },
  'logs-destination-policy-not-public': {
    bad: `
Policy:
  Type: AWS::Logs::Destination
  Properties:
    DestinationName: central
    RoleArn: arn:aws:iam::111122223333:role/central
    TargetArn: arn:aws:kinesis:us-east-1:111122223333:stream/central
    DestinationPolicy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutSubscriptionFilter","Resource":"*"}]}'
`,
    good: `
Policy:
  Type: AWS::Logs::Destination
  Properties:
    DestinationName: central
    RoleArn: arn:aws:iam::111122223333:role/central
    TargetArn: arn:aws:kinesis:us-east-1:111122223333:stream/central
    DestinationPolicy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/reader"},"Action":"logs:PutSubscriptionFilter","Resource":"*"}]}'
`,
  },
  'logs-group-encrypted': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    KmsKeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'logs-group-masks-identifiers': {
    bad: `
Intake:
  Type: AWS::Logs::LogGroup
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
`,
    good: `
Intake:
  Type: AWS::Logs::LogGroup
  Properties:
    DataProtectionPolicy:
      Name: identifiers
      Version: '2021-06-01'
      Statement:
        - Sid: audit
          DataIdentifier: [arn:aws:dataprotection::aws:data-identifier/Ssn-US]
          Operation:
            Audit:
              FindingsDestination: {}
        - Sid: redact
          DataIdentifier: [arn:aws:dataprotection::aws:data-identifier/Ssn-US]
          Operation:
            Deidentify:
              MaskConfig: {}
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
`,
  },
  'logs-group-no-bearer-tokens': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    BearerTokenAuthenticationEnabled: true
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
`,
  },
  'logs-group-not-deletable': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    DeletionProtectionEnabled: false
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    DeletionProtectionEnabled: true
`,
  },
  'logs-group-one-year': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    RetentionInDays: 7
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    RetentionInDays: 365
`,
  },
  'logs-group-policy-not-public': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    ResourcePolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: logs:FilterLogEvents
          Resource: '*'
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
`,
  },
  'logs-group-retained': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'logs-group-retention': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    RetentionInDays: 365
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    RetentionInDays: 2192
`,
  },
  'logs-group-retention-set': {
    bad: `
Log:
  Type: AWS::Logs::LogGroup
`,
    good: `
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    RetentionInDays: 2192
`,
  },
  'logs-metric-filter-alarmed': {
    bad: `
RootUse:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: trail
    FilterPattern: '{ $.userIdentity.type = Root }'
    MetricTransformations:
      - MetricName: Unwatched
        MetricNamespace: Security
        MetricValue: '1'
`,
    good: `
RootUse:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: trail
    FilterPattern: '{ $.userIdentity.type = Root }'
    MetricTransformations:
      - MetricName: RootUse
        MetricNamespace: Security
        MetricValue: '1'
Alarm:
  Type: AWS::CloudWatch::Alarm
  Properties:
    MetricName: RootUse
    Namespace: Security
    Threshold: 1
`,
  },
  'logs-resource-policy-not-public': {
    bad: `
Policy:
  Type: AWS::Logs::ResourcePolicy
  Properties:
    PolicyName: delivery
    PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*"}]}'
`,
    good: `
Policy:
  Type: AWS::Logs::ResourcePolicy
  Properties:
    PolicyName: delivery
    PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/reader"},"Action":"logs:PutLogEvents","Resource":"*"}]}'
`,
  },
  'logs-subscription-known-account': {
    bad: `
Copy:
  Type: AWS::Logs::SubscriptionFilter
  Properties:
    FilterPattern: ''
    LogGroupName: app
    DestinationArn: arn:aws:logs:us-east-1:111122223333:destination:central
`,
    good: `
Copy:
  Type: AWS::Logs::SubscriptionFilter
  Properties:
    FilterPattern: ''
    LogGroupName: app
    DestinationArn: !Sub arn:aws:logs:\${AWS::Region}:\${AWS::AccountId}:destination:central
`,
  },
};
