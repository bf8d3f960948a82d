import type { Examples } from '../example';

export const docdbExamples: Examples = {
  'docdb-audit-logs': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    EnableCloudwatchLogsExports: []
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    EnableCloudwatchLogsExports: [audit]
`,
  },
  'docdb-backup-retention': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    BackupRetentionPeriod: 1
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    BackupRetentionPeriod: 35
`,
  },
  'docdb-customer-key': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
    KmsKeyId: !GetAtt RecordsKey.Arn
RecordsKey:
  Type: AWS::KMS::Key
`,
  },
  'docdb-deletion-protection': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    DeletionProtection: false
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    DeletionProtection: true
`,
  },
  'docdb-in-backup-plan': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: !Ref Plan
    BackupSelection:
      SelectionName: stores
      IamRoleArn: !GetAtt BackupRole.Arn
      Resources:
        - !Sub 'arn:\${AWS::Partition}:rds:\${AWS::Region}:\${AWS::AccountId}:cluster:\${Cluster}'
`,
  },
  'docdb-minor-upgrades': {
    bad: `
Instance:
  Type: AWS::DocDB::DBInstance
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
Instance:
  Type: AWS::DocDB::DBInstance
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'docdb-parameter-group-audit': {
    bad: `
ClusterParameterGroup:
  Type: AWS::DocDB::DBClusterParameterGroup
  Properties:
    Family: docdb5.0
`,
    good: `
ClusterParameterGroup:
  Type: AWS::DocDB::DBClusterParameterGroup
  Properties:
    Family: docdb5.0
    Parameters:
      audit_logs: enabled
`,
  },
  'docdb-parameter-group-tls': {
    bad: `
ClusterParameterGroup:
  Type: AWS::DocDB::DBClusterParameterGroup
  Properties:
    Family: docdb5.0
    Parameters:
      tls: disabled
`,
    good: `
ClusterParameterGroup:
  Type: AWS::DocDB::DBClusterParameterGroup
  Properties:
    Family: docdb5.0
    Parameters:
      tls: tls1.2+
`,
  },
  'docdb-performance-insights': {
    bad: `
Instance:
  Type: AWS::DocDB::DBInstance
  Properties:
    EnablePerformanceInsights: false
`,
    good: `
Instance:
  Type: AWS::DocDB::DBInstance
  Properties:
    EnablePerformanceInsights: true
`,
  },
  'docdb-storage-encrypted': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: false
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
`,
  },
  'docdb-subnet-group': {
    bad: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
`,
    good: `
Cluster:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
    DBSubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::DocDB::DBSubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
};
