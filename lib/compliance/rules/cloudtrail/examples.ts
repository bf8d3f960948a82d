import type { Examples } from '../example';

export const cloudtrailExamples: Examples = {
  'cloudtrail-bedrock-data-events': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    AdvancedEventSelectors:
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::AgentAlias] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::AsyncInvoke] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::FlowAlias] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::FlowExecution] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::Guardrail] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::InlineAgent] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::KnowledgeBase] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::Model] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::PromptVersion] }
      - FieldSelectors:
          - { Field: eventCategory, Equals: [Data] }
          - { Field: resources.type, Equals: [AWS::Bedrock::Session] }
`,
  },
  'cloudtrail-bucket-locked': {
    bad: `
Record:
  Type: AWS::S3::Bucket
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: !Ref Record
`,
    good: `
Record:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
    ObjectLockConfiguration:
      ObjectLockEnabled: Enabled
      Rule:
        DefaultRetention:
          Mode: COMPLIANCE
          Years: 6
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: !Ref Record
`,
  },
  'cloudtrail-cloudwatch-delivery': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: true
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:111122223333:log-group:trail:*
    CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/trail
`,
  },
  'cloudtrail-dynamodb-data-events': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    AdvancedEventSelectors:
      - FieldSelectors:
          - Field: eventCategory
            Equals: [Data]
          - Field: resources.type
            Equals: [AWS::DynamoDB::Table]
`,
  },
  'cloudtrail-encrypted': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: true
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    KMSKeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'cloudtrail-event-data-store-customer-key': {
    bad: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
`,
    good: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    KmsKeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'cloudtrail-event-data-store-data-events': {
    bad: `
Lake:
  Type: AWS::CloudTrail::EventDataStore
`,
    good: `
Lake:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    AdvancedEventSelectors:
      - FieldSelectors:
          - Field: eventCategory
            Equals: [Data]
          - Field: resources.type
            Equals: [AWS::S3::Object]
`,
  },
  'cloudtrail-event-data-store-protected': {
    bad: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    TerminationProtectionEnabled: false
`,
    good: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    TerminationProtectionEnabled: true
`,
  },
  'cloudtrail-event-data-store-recording': {
    bad: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    IngestionEnabled: false
`,
    good: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    MultiRegionEnabled: true
`,
  },
  'cloudtrail-event-data-store-retained': {
    bad: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
`,
    good: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
  Properties:
    Name: record
`,
  },
  'cloudtrail-event-data-store-retention': {
    bad: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    RetentionPeriod: 90
`,
    good: `
Store:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: record
    RetentionPeriod: 2557
`,
  },
  'cloudtrail-global-services': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IncludeGlobalServiceEvents: false
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
`,
  },
  'cloudtrail-insights': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    InsightSelectors:
      - InsightType: ApiCallRateInsight
      - InsightType: ApiErrorRateInsight
`,
  },
  'cloudtrail-kms-events': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    EventSelectors:
      - ReadWriteType: All
        ExcludeManagementEventSources: [kms.amazonaws.com]
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    EventSelectors:
      - ReadWriteType: All
`,
  },
  'cloudtrail-lambda-data-events': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    AdvancedEventSelectors:
      - FieldSelectors:
          - Field: eventCategory
            Equals: [Data]
          - Field: resources.type
            Equals: [AWS::Lambda::Function]
`,
  },
  'cloudtrail-log-validation': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: true
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    EnableLogFileValidation: true
`,
  },
  'cloudtrail-logging': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: false
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: true
`,
  },
  'cloudtrail-management-events': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    EventSelectors:
      - ReadWriteType: WriteOnly
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    EventSelectors:
      - ReadWriteType: All
`,
  },
  'cloudtrail-multi-region': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: true
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    IsLogging: true
    IsMultiRegionTrail: true
`,
  },
  'cloudtrail-organization-wide': {
    bad: `
Account:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: record
`,
    good: `
Organization:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    IsOrganizationTrail: true
    S3BucketName: record
`,
  },
  'cloudtrail-resource-policy-not-public': {
    bad: `
Policy:
  Type: AWS::CloudTrail::ResourcePolicy
  Properties:
    ResourceArn: arn:aws:cloudtrail:us-east-1:111122223333:channel/0a1b
    ResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: cloudtrail-data:PutAuditEvents
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::CloudTrail::ResourcePolicy
  Properties:
    ResourceArn: arn:aws:cloudtrail:us-east-1:111122223333:channel/0a1b
    ResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: 
            AWS: arn:aws:iam::111122223333:role/reader
          Action: cloudtrail-data:PutAuditEvents
          Resource: '*'
`,
  },
  'cloudtrail-s3-data-events': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    S3BucketName: record
    AdvancedEventSelectors:
      - FieldSelectors:
          - Field: eventCategory
            Equals: [Data]
          - Field: resources.type
            Equals: [AWS::S3::Object]
`,
  },
};
