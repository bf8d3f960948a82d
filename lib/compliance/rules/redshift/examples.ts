import type { Examples } from '../example';

export const redshiftExamples: Examples = {
  'redshift-admin-name': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    MasterUsername: awsuser
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    MasterUsername: wardkeeper
`,
  },
  'redshift-audit-logging': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    NodeType: ra3.large
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    NodeType: ra3.large
    LoggingProperties:
      LogDestinationType: cloudwatch
      LogExports: [connectionlog, userlog, useractivitylog]
`,
  },
  'redshift-backup-retention': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    AutomatedSnapshotRetentionPeriod: 1
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    AutomatedSnapshotRetentionPeriod: 35
`,
  },
  'redshift-customer-key': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    Encrypted: true
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    Encrypted: true
    KmsKeyId: alias/records
`,
  },
  'redshift-encrypted': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    Encrypted: false
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    Encrypted: true
`,
  },
  'redshift-enhanced-vpc-routing': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    EnhancedVpcRouting: false
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    EnhancedVpcRouting: true
`,
  },
  'redshift-minor-upgrades': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    AllowVersionUpgrade: false
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    AllowVersionUpgrade: true
`,
  },
  'redshift-multi-az': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    MultiAZ: false
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    MultiAZ: true
`,
  },
  'redshift-namespace-policy-not-public': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    NamespaceResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: redshift:AuthorizeInboundIntegration
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    NamespaceResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: { Service: redshift.amazonaws.com }
          Action: redshift:AuthorizeInboundIntegration
`,
  },
  'redshift-not-public': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    PubliclyAccessible: true
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    PubliclyAccessible: false
`,
  },
  'redshift-parameter-group-activity-log': {
    bad: `
ClusterParameterGroup:
  Type: AWS::Redshift::ClusterParameterGroup
  Properties:
    Description: records
    ParameterGroupFamily: redshift-2.0
`,
    good: `
ClusterParameterGroup:
  Type: AWS::Redshift::ClusterParameterGroup
  Properties:
    Description: records
    ParameterGroupFamily: redshift-2.0
    Parameters:
      - ParameterName: enable_user_activity_logging
        ParameterValue: 'true'
`,
  },
  'redshift-parameter-group-tls': {
    bad: `
ClusterParameterGroup:
  Type: AWS::Redshift::ClusterParameterGroup
  Properties:
    Description: records
    ParameterGroupFamily: redshift-2.0
`,
    good: `
ClusterParameterGroup:
  Type: AWS::Redshift::ClusterParameterGroup
  Properties:
    Description: records
    ParameterGroupFamily: redshift-2.0
    Parameters:
      - ParameterName: require_ssl
        ParameterValue: 'true'
`,
  },
  'redshift-security-group-no-open-ingress': {
    bad: `
ClusterSecurityGroupIngress:
  Type: AWS::Redshift::ClusterSecurityGroupIngress
  Properties:
    CIDRIP: 0.0.0.0/0
`,
    good: `
ClusterSecurityGroupIngress:
  Type: AWS::Redshift::ClusterSecurityGroupIngress
  Properties:
    CIDRIP: 10.0.0.0/8
`,
  },
  'redshift-subnet-group': {
    bad: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    NodeType: ra3.large
`,
    good: `
Cluster:
  Type: AWS::Redshift::Cluster
  Properties:
    NodeType: ra3.large
    ClusterSubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::Redshift::ClusterSubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
};
