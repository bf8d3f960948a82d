import type { Examples } from '../example';

export const configExamples: Examples = {
  'config-aggregator-all-regions': {
    bad: `
Aggregator:
  Type: AWS::Config::ConfigurationAggregator
  Properties:
    AccountAggregationSources:
      - AccountIds: ['111122223333']
        AwsRegions: [us-east-1]
`,
    good: `
Aggregator:
  Type: AWS::Config::ConfigurationAggregator
  Properties:
    AccountAggregationSources:
      - AccountIds: ['111122223333']
        AllAwsRegions: true
`,
  },
  'config-delivery-bucket-unlocked': {
    bad: `
History:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
    ObjectLockConfiguration:
      Rule:
        DefaultRetention:
          Mode: GOVERNANCE
          Days: 30
Channel:
  Type: AWS::Config::DeliveryChannel
  Properties:
    S3BucketName: !Ref History
`,
    good: `
History:
  Type: AWS::S3::Bucket
Channel:
  Type: AWS::Config::DeliveryChannel
  Properties:
    S3BucketName: !Ref History
`,
  },
  'config-delivery-customer-key': {
    bad: `
Channel:
  Type: AWS::Config::DeliveryChannel
  Properties:
    S3BucketName: history
`,
    good: `
Channel:
  Type: AWS::Config::DeliveryChannel
  Properties:
    S3BucketName: history
    S3KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'config-recorder-all-resources': {
    bad: `
Recorder:
  Type: AWS::Config::ConfigurationRecorder
  Properties:
    RoleARN: arn:aws:iam::111122223333:role/config
    RecordingGroup:
      AllSupported: false
`,
    good: `
Recorder:
  Type: AWS::Config::ConfigurationRecorder
  Properties:
    RoleARN: arn:aws:iam::111122223333:role/config
    RecordingGroup:
      AllSupported: true
      IncludeGlobalResourceTypes: true
`,
  },
  'config-recorder-continuous': {
    bad: `
Recorder:
  Type: AWS::Config::ConfigurationRecorder
  Properties:
    RoleARN: arn:aws:iam::111122223333:role/config
    RecordingMode:
      RecordingFrequency: DAILY
`,
    good: `
Recorder:
  Type: AWS::Config::ConfigurationRecorder
  Properties:
    RoleARN: arn:aws:iam::111122223333:role/config
    RecordingMode:
      RecordingFrequency: CONTINUOUS
`,
  },
  'config-recorder-service-role': {
    bad: `
Recorder:
  Type: AWS::Config::ConfigurationRecorder
  Properties:
    RoleARN: arn:aws:iam::111122223333:role/config
`,
    good: `
Recorder:
  Type: AWS::Config::ConfigurationRecorder
  Properties:
    RoleARN: arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig
`,
  },
  'config-rule-no-debug-log': {
    bad: `
Check:
  Type: AWS::Config::ConfigRule
  Properties:
    Source:
      Owner: CUSTOM_POLICY
      CustomPolicyDetails:
        EnableDebugLogDelivery: true
`,
    good: `
Check:
  Type: AWS::Config::ConfigRule
  Properties:
    Source:
      Owner: CUSTOM_POLICY
      CustomPolicyDetails:
        PolicyRuntime: guard-2.x.x
`,
  },
};
