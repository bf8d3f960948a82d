import type { Examples } from '../example';

export const memorydbExamples: Examples = {
  'memorydb-access-list': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    ACLName: open-access
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    ACLName: !Ref Users
Users:
  Type: AWS::MemoryDB::ACL
  Properties:
    ACLName: clinic
    UserNames: [reader]
`,
  },
  'memorydb-customer-key': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
    KmsKeyId: alias/records
`,
  },
  'memorydb-final-snapshot': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
    FinalSnapshotName: last
`,
  },
  'memorydb-minor-upgrades': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    AutoMinorVersionUpgrade: false
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    AutoMinorVersionUpgrade: true
`,
  },
  'memorydb-snapshots': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    SnapshotRetentionLimit: 0
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    SnapshotRetentionLimit: 35
`,
  },
  'memorydb-subnet-group': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
    SubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::MemoryDB::SubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
  'memorydb-tls': {
    bad: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: false
`,
    good: `
Cluster:
  Type: AWS::MemoryDB::Cluster
  Properties:
    TLSEnabled: true
`,
  },
  'memorydb-user-permissions': {
    bad: `
User:
  Type: AWS::MemoryDB::User
  Properties:
    AccessString: on ~* &* +@all
`,
    good: `
User:
  Type: AWS::MemoryDB::User
  Properties:
    AccessString: on ~visits:* +@read
`,
  },
};
