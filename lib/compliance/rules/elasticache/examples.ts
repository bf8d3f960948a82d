import type { Examples } from '../example';

export const elasticacheExamples: Examples = {
  'elasticache-at-rest-encrypted': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AtRestEncryptionEnabled: false
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AtRestEncryptionEnabled: true
`,
  },
  'elasticache-authentication': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    TransitEncryptionEnabled: true
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    TransitEncryptionEnabled: true
    UserGroupIds: [!Ref Users]
`,
  },
  'elasticache-backups': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    SnapshotRetentionLimit: 1
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    SnapshotRetentionLimit: 15
`,
  },
  'elasticache-customer-key': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AtRestEncryptionEnabled: true
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AtRestEncryptionEnabled: true
    KmsKeyId: alias/records
`,
  },
  'elasticache-final-snapshot': {
    bad: `
ServerlessCache:
  Type: AWS::ElastiCache::ServerlessCache
  Properties:
    Engine: valkey
`,
    good: `
ServerlessCache:
  Type: AWS::ElastiCache::ServerlessCache
  Properties:
    Engine: valkey
    FinalSnapshotName: last
`,
  },
  'elasticache-in-transit-encrypted': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    TransitEncryptionEnabled: true
    TransitEncryptionMode: preferred
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    TransitEncryptionEnabled: true
    TransitEncryptionMode: required
`,
  },
  'elasticache-logged': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    Engine: valkey
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    Engine: valkey
    LogDeliveryConfigurations:
      - LogType: engine-log
        LogFormat: json
        DestinationType: cloudwatch-logs
        DestinationDetails:
          CloudWatchLogsDetails:
            LogGroup: !Ref Logs
`,
  },
  'elasticache-minor-upgrades': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'elasticache-multi-az': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AutomaticFailoverEnabled: false
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    AutomaticFailoverEnabled: true
    MultiAZEnabled: true
`,
  },
  'elasticache-security-group-no-classic': {
    bad: `
CacheCluster:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    CacheSecurityGroupNames: [default]
`,
    good: `
CacheCluster:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    VpcSecurityGroupIds: [!Ref Group]
`,
  },
  'elasticache-subnet-group': {
    bad: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    Engine: valkey
`,
    good: `
ReplicationGroup:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    Engine: valkey
    CacheSubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::ElastiCache::SubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
  'elasticache-user-authenticated': {
    bad: `
User:
  Type: AWS::ElastiCache::User
  Properties:
    NoPasswordRequired: true
`,
    good: `
User:
  Type: AWS::ElastiCache::User
  Properties:
    AuthenticationMode:
      Type: iam
`,
  },
  'elasticache-user-permissions': {
    bad: `
User:
  Type: AWS::ElastiCache::User
  Properties:
    AccessString: on ~* &* +@all
`,
    good: `
User:
  Type: AWS::ElastiCache::User
  Properties:
    AccessString: on ~visits:* +@read
`,
  },
};
