import type { Examples } from '../example';

export const neptuneExamples: Examples = {
  'neptune-audit-logs': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    EnableCloudwatchLogsExports: []
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    EnableCloudwatchLogsExports: [audit]
`,
  },
  'neptune-backup-retention': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    BackupRetentionPeriod: 1
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    BackupRetentionPeriod: 35
`,
  },
  'neptune-copy-tags': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    CopyTagsToSnapshot: false
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    CopyTagsToSnapshot: true
`,
  },
  'neptune-customer-key': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
    KmsKeyId: !GetAtt RecordsKey.Arn
RecordsKey:
  Type: AWS::KMS::Key
`,
  },
  'neptune-deletion-protection': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    DeletionProtection: false
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    DeletionProtection: true
`,
  },
  'neptune-iam-authentication': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    IamAuthEnabled: false
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    IamAuthEnabled: true
`,
  },
  'neptune-in-backup-plan': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
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
  'neptune-minor-upgrades': {
    bad: `
Instance:
  Type: AWS::Neptune::DBInstance
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
Instance:
  Type: AWS::Neptune::DBInstance
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'neptune-not-public': {
    bad: `
Graph:
  Type: AWS::NeptuneGraph::Graph
  Properties:
    PublicConnectivity: true
`,
    good: `
Graph:
  Type: AWS::NeptuneGraph::Graph
  Properties:
    PublicConnectivity: false
`,
  },
  'neptune-parameter-group-audit': {
    bad: `
ClusterParameterGroup:
  Type: AWS::Neptune::DBClusterParameterGroup
  Properties:
    Family: neptune1.4
    Parameters:
      neptune_enable_audit_log: 0
`,
    good: `
ClusterParameterGroup:
  Type: AWS::Neptune::DBClusterParameterGroup
  Properties:
    Family: neptune1.4
    Parameters:
      neptune_enable_audit_log: 1
`,
  },
  'neptune-storage-encrypted': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: false
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
`,
  },
  'neptune-subnet-group': {
    bad: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
`,
    good: `
Cluster:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
    DBSubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::Neptune::DBSubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
};
