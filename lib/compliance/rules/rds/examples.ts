import type { Examples } from '../example';

export const rdsExamples: Examples = {
  'rds-admin-name': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    MasterUsername: admin
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    MasterUsername: wardkeeper
`,
  },
  'rds-aurora-backtrack': {
    bad: `
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
`,
    good: `
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
    BacktrackWindow: 86400
`,
  },
  'rds-automated-backups-kept': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DeleteAutomatedBackups: false
`,
  },
  'rds-backup-retention': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    BackupRetentionPeriod: 1
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    BackupRetentionPeriod: 35
`,
  },
  'rds-backups-enabled': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    BackupRetentionPeriod: 0
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    BackupRetentionPeriod: 35
`,
  },
  'rds-cluster-multi-az': {
    bad: `
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
First:
  Type: AWS::RDS::DBInstance
  Properties:
    DBClusterIdentifier: !Ref Cluster
`,
    good: `
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
First:
  Type: AWS::RDS::DBInstance
  Properties:
    DBClusterIdentifier: !Ref Cluster
Second:
  Type: AWS::RDS::DBInstance
  Properties:
    DBClusterIdentifier: !Ref Cluster
`,
  },
  'rds-copy-tags': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    CopyTagsToSnapshot: true
`,
  },
  'rds-customer-key': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    StorageEncrypted: true
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    StorageEncrypted: true
    KmsKeyId: !GetAtt RecordsKey.Arn
RecordsKey:
  Type: AWS::KMS::Key
`,
  },
  'rds-data-api-off': {
    bad: `
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    EnableHttpEndpoint: true
`,
    good: `
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    EnableHttpEndpoint: false
`,
  },
  'rds-deletion-protection': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    DeletionProtection: false
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    DeletionProtection: true
`,
  },
  'rds-enhanced-monitoring': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    MonitoringInterval: 0
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    MonitoringInterval: 60
    MonitoringRoleArn: !GetAtt MonitoringRole.Arn
`,
  },
  'rds-event-subscription-enabled': {
    bad: `
EventSubscription:
  Type: AWS::RDS::EventSubscription
  Properties:
    Enabled: false
    SnsTopicArn: !Ref Topic
`,
    good: `
EventSubscription:
  Type: AWS::RDS::EventSubscription
  Properties:
    Enabled: true
    SnsTopicArn: !Ref Topic
`,
  },
  'rds-iam-authentication': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableIAMDatabaseAuthentication: true
`,
  },
  'rds-in-backup-plan': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: !Ref Plan
    BackupSelection:
      SelectionName: stores
      IamRoleArn: !GetAtt BackupRole.Arn
      Resources:
        - !GetAtt Instance.DBInstanceArn
`,
  },
  'rds-log-exports': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableCloudwatchLogsExports: [postgresql]
`,
  },
  'rds-log-exports-complete': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableCloudwatchLogsExports: [postgresql]
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableCloudwatchLogsExports: [postgresql, upgrade]
`,
  },
  'rds-minor-upgrades': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'rds-multi-az': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    MultiAZ: false
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    MultiAZ: true
`,
  },
  'rds-not-public': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    PubliclyAccessible: true
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    PubliclyAccessible: false
`,
  },
  'rds-parameter-group-tls': {
    bad: `
ParameterGroup:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Family: mysql8.0
`,
    good: `
ParameterGroup:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Family: mysql8.0
    Parameters:
      require_secure_transport: 1
`,
  },
  'rds-performance-insights': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnablePerformanceInsights: true
`,
  },
  'rds-proxy-debug-logging-off': {
    bad: `
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    DebugLogging: true
`,
    good: `
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    DebugLogging: false
`,
  },
  'rds-proxy-iam-authentication': {
    bad: `
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    Auth:
      - SecretArn: !Ref Login
        IAMAuth: DISABLED
`,
    good: `
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    Auth:
      - SecretArn: !Ref Login
        IAMAuth: REQUIRED
`,
  },
  'rds-proxy-tls': {
    bad: `
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    RequireTLS: false
`,
    good: `
Proxy:
  Type: AWS::RDS::DBProxy
  Properties:
    RequireTLS: true
`,
  },
  'rds-security-group-no-open-ingress': {
    bad: `
SecurityGroupIngress:
  Type: AWS::RDS::DBSecurityGroupIngress
  Properties:
    CIDRIP: 0.0.0.0/0
`,
    good: `
SecurityGroupIngress:
  Type: AWS::RDS::DBSecurityGroupIngress
  Properties:
    CIDRIP: 10.0.0.0/8
`,
  },
  'rds-storage-encrypted': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    StorageEncrypted: false
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    StorageEncrypted: true
`,
  },
  'rds-subnet-group': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DBSubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
  'rds-tls-required': {
    bad: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mysql
    EngineVersion: '8.0'
`,
    good: `
Instance:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mysql
    EngineVersion: '8.0'
    DBParameterGroupName: !Ref TlsOnly
TlsOnly:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Family: mysql8.0
    Parameters:
      require_secure_transport: 1
`,
  },
};
