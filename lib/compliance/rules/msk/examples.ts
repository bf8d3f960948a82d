import type { Examples } from '../example';

export const mskExamples: Examples = {
  'msk-cluster-authenticated': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    NumberOfBrokerNodes: 3
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    ClientAuthentication:
      Sasl:
        Iam:
          Enabled: true
      Unauthenticated:
        Enabled: false
`,
  },
  'msk-cluster-customer-key': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    NumberOfBrokerNodes: 3
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    EncryptionInfo:
      EncryptionAtRest:
        DataVolumeKMSKeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'msk-cluster-logged': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    NumberOfBrokerNodes: 3
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    LoggingInfo:
      BrokerLogs:
        CloudWatchLogs:
          Enabled: true
          LogGroup: brokers
`,
  },
  'msk-cluster-monitored': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    NumberOfBrokerNodes: 3
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    EnhancedMonitoring: PER_BROKER
`,
  },
  'msk-cluster-not-public': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    BrokerNodeGroupInfo:
      ConnectivityInfo:
        PublicAccess:
          Type: SERVICE_PROVIDED_EIPS
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    BrokerNodeGroupInfo:
      ConnectivityInfo:
        PublicAccess:
          Type: DISABLED
`,
  },
  'msk-cluster-policy-not-public': {
    bad: `
Policy:
  Type: AWS::MSK::ClusterPolicy
  Properties:
    ClusterArn: arn:aws:kafka:us-east-1:111122223333:cluster/events/0a1b
    Policy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: kafka:CreateVpcConnection
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::MSK::ClusterPolicy
  Properties:
    ClusterArn: arn:aws:kafka:us-east-1:111122223333:cluster/events/0a1b
    Policy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/consumer
          Action: kafka:CreateVpcConnection
          Resource: '*'
`,
  },
  'msk-cluster-retained': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'msk-cluster-tls': {
    bad: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    EncryptionInfo:
      EncryptionInTransit:
        ClientBroker: TLS_PLAINTEXT
`,
    good: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    EncryptionInfo:
      EncryptionInTransit:
        ClientBroker: TLS
        InCluster: true
`,
  },
};
