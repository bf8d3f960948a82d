import type { Examples } from '../example';

export const redshiftserverlessExamples: Examples = {
  'redshiftserverless-admin-name': {
    bad: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    AdminUsername: admin
`,
    good: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    AdminUsername: wardkeeper
`,
  },
  'redshiftserverless-audit-logs': {
    bad: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    LogExports: [userlog]
`,
    good: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    LogExports: [connectionlog, userlog, useractivitylog]
`,
  },
  'redshiftserverless-customer-key': {
    bad: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: records
`,
    good: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: records
    KmsKeyId: alias/records
`,
  },
  'redshiftserverless-enhanced-vpc-routing': {
    bad: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    EnhancedVpcRouting: false
`,
    good: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    EnhancedVpcRouting: true
`,
  },
  'redshiftserverless-final-snapshot': {
    bad: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: records
`,
    good: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: records
    FinalSnapshotName: last
`,
  },
  'redshiftserverless-namespace-policy-not-public': {
    bad: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: redshift:AuthorizeInboundIntegration
`,
    good: `
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceResourcePolicy:
      Statement:
        - Effect: Allow
          Principal: { Service: redshift.amazonaws.com }
          Action: redshift:AuthorizeInboundIntegration
`,
  },
  'redshiftserverless-not-public': {
    bad: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    PubliclyAccessible: true
`,
    good: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    PubliclyAccessible: false
`,
  },
  'redshiftserverless-subnets': {
    bad: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: records
`,
    good: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: records
    SubnetIds: [!Ref PrivateA, !Ref PrivateB, !Ref PrivateC]
`,
  },
  'redshiftserverless-tls': {
    bad: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: records
`,
    good: `
Workgroup:
  Type: AWS::RedshiftServerless::Workgroup
  Properties:
    WorkgroupName: records
    ConfigParameters:
      - ParameterKey: require_ssl
        ParameterValue: 'true'
`,
  },
};
