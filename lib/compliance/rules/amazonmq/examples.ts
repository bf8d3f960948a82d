import type { Examples } from '../example';

export const amazonmqExamples: Examples = {
  'amazonmq-broker-customer-key': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    EncryptionOptions:
      UseAwsOwnedKey: true
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    EncryptionOptions:
      UseAwsOwnedKey: false
      KmsKeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'amazonmq-broker-directory': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    AuthenticationStrategy: SIMPLE
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    AuthenticationStrategy: LDAP
`,
  },
  'amazonmq-broker-logged': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    EngineType: ACTIVEMQ
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    EngineType: ACTIVEMQ
    Logs:
      General: true
      Audit: true
`,
  },
  'amazonmq-broker-minor-upgrades': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'amazonmq-broker-not-public': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    PubliclyAccessible: true
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    PubliclyAccessible: false
`,
  },
  'amazonmq-broker-retained': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'amazonmq-broker-secret': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    Users:
      - Username: app
        Password: example
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    Users:
      - Username: app
        Password: '{{resolve:secretsmanager:broker:SecretString:password}}'
`,
  },
  'amazonmq-broker-standby': {
    bad: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    DeploymentMode: SINGLE_INSTANCE
`,
    good: `
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    DeploymentMode: CLUSTER_MULTI_AZ
`,
  },
  'amazonmq-broker-subnets': {
    bad: `
Orders:
  Type: AWS::AmazonMQ::Broker
  Properties:
    EngineType: RABBITMQ
`,
    good: `
Orders:
  Type: AWS::AmazonMQ::Broker
  Properties:
    EngineType: RABBITMQ
    SubnetIds: [subnet-0a1b2c3d]
`,
  },
};
