import type { Examples } from '../example';

export const kinesisfirehoseExamples: Examples = {
  'kinesisfirehose-destination-customer-key': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: arn:aws:s3:::vitals
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: arn:aws:s3:::vitals
      EncryptionConfiguration:
        KMSEncryptionConfig:
          AWSKMSKeyARN: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'kinesisfirehose-destination-https': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    HttpEndpointDestinationConfiguration:
      EndpointConfiguration:
        Url: http://collector.example.org
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    HttpEndpointDestinationConfiguration:
      EndpointConfiguration:
        Url: https://collector.example.org
`,
  },
  'kinesisfirehose-destination-in-vpc': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ElasticsearchDestinationConfiguration:
      IndexName: vitals
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ElasticsearchDestinationConfiguration:
      IndexName: vitals
      VpcConfiguration:
        SubnetIds: [subnet-0a1b]
`,
  },
  'kinesisfirehose-destination-logged': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: arn:aws:s3:::vitals
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: arn:aws:s3:::vitals
      CloudWatchLoggingOptions:
        Enabled: true
        LogGroupName: vitals
        LogStreamName: delivery
`,
  },
  'kinesisfirehose-destination-secret': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    RedshiftDestinationConfiguration:
      Username: loader
      Password: example
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    RedshiftDestinationConfiguration:
      Username: loader
      Password: '{{resolve:secretsmanager:loader:SecretString:password}}'
`,
  },
  'kinesisfirehose-source-private': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamType: MSKAsSource
    MSKSourceConfiguration:
      TopicName: vitals
      AuthenticationConfiguration:
        Connectivity: PUBLIC
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamType: MSKAsSource
    MSKSourceConfiguration:
      TopicName: vitals
      AuthenticationConfiguration:
        Connectivity: PRIVATE
`,
  },
  'kinesisfirehose-stream-customer-key': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamEncryptionConfigurationInput:
      KeyType: AWS_OWNED_CMK
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamEncryptionConfigurationInput:
      KeyType: CUSTOMER_MANAGED_CMK
      KeyARN: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'kinesisfirehose-stream-encrypted': {
    bad: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamType: DirectPut
`,
    good: `
Vitals:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    DeliveryStreamType: DirectPut
    DeliveryStreamEncryptionConfigurationInput:
      KeyType: AWS_OWNED_CMK
`,
  },
};
