import type { Examples } from '../example';

export const opensearchserviceExamples: Examples = {
  'opensearchservice-access-policy-named': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AccessPolicies:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: es:ESHttp*
          Resource: '*'
    VPCOptions:
      SubnetIds: [!Ref PrivateA]
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AccessPolicies:
      Statement:
        - Effect: Allow
          Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' }
          Action: es:ESHttp*
          Resource: '*'
    VPCOptions:
      SubnetIds: [!Ref PrivateA]
`,
  },
  'opensearchservice-access-policy-not-public': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AccessPolicies:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: es:ESHttp*
          Resource: '*'
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AccessPolicies:
      Statement:
        - Effect: Allow
          Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' }
          Action: es:ESHttp*
          Resource: '*'
`,
  },
  'opensearchservice-application-logs': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainName: notes
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    LogPublishingOptions:
      ES_APPLICATION_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: !GetAtt Logs.Arn
Logs:
  Type: AWS::Logs::LogGroup
`,
  },
  'opensearchservice-at-rest-encrypted': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: false
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: true
`,
  },
  'opensearchservice-audit-logs': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainName: notes
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    LogPublishingOptions:
      AUDIT_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: !GetAtt Logs.Arn
Logs:
  Type: AWS::Logs::LogGroup
`,
  },
  'opensearchservice-automatic-updates': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    SoftwareUpdateOptions:
      AutoSoftwareUpdateEnabled: false
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    SoftwareUpdateOptions:
      AutoSoftwareUpdateEnabled: true
`,
  },
  'opensearchservice-customer-key': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: true
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EncryptionAtRestOptions:
      Enabled: true
      KmsKeyId: alias/records
`,
  },
  'opensearchservice-data-nodes': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 1
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 3
      ZoneAwarenessEnabled: true
`,
  },
  'opensearchservice-fine-grained-access': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AdvancedSecurityOptions:
      Enabled: false
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AdvancedSecurityOptions:
      Enabled: true
      MasterUserOptions:
        MasterUserARN: !GetAtt Admin.Arn
`,
  },
  'opensearchservice-https': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainEndpointOptions:
      EnforceHTTPS: false
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainEndpointOptions:
      EnforceHTTPS: true
`,
  },
  'opensearchservice-in-vpc': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainName: notes
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainName: notes
    VPCOptions:
      SubnetIds: [!Ref PrivateA, !Ref PrivateB, !Ref PrivateC]
      SecurityGroupIds: [!Ref Group]
`,
  },
  'opensearchservice-internal-users': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AdvancedSecurityOptions:
      InternalUserDatabaseEnabled: true
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    AdvancedSecurityOptions:
      InternalUserDatabaseEnabled: false
`,
  },
  'opensearchservice-node-to-node-encrypted': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    NodeToNodeEncryptionOptions:
      Enabled: false
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    NodeToNodeEncryptionOptions:
      Enabled: true
`,
  },
  'opensearchservice-primary-nodes': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      DedicatedMasterEnabled: false
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      DedicatedMasterEnabled: true
      DedicatedMasterCount: 3
`,
  },
  'opensearchservice-slow-logs': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainName: notes
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    LogPublishingOptions:
      SEARCH_SLOW_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: !GetAtt Logs.Arn
      INDEX_SLOW_LOGS:
        Enabled: true
        CloudWatchLogsLogGroupArn: !GetAtt Logs.Arn
Logs:
  Type: AWS::Logs::LogGroup
`,
  },
  'opensearchservice-standby': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 3
      ZoneAwarenessEnabled: true
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 3
      ZoneAwarenessEnabled: true
      MultiAZWithStandbyEnabled: true
`,
  },
  'opensearchservice-tls-policy': {
    bad: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainEndpointOptions:
      EnforceHTTPS: true
`,
    good: `
Domain:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainEndpointOptions:
      EnforceHTTPS: true
      TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10
`,
  },
};
