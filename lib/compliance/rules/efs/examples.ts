import type { Examples } from '../example';

export const efsExamples: Examples = {
  'efs-access-point-identity': {
    bad: `
AccessPoint:
  Type: AWS::EFS::AccessPoint
  Properties:
    FileSystemId: !Ref Files
`,
    good: `
AccessPoint:
  Type: AWS::EFS::AccessPoint
  Properties:
    FileSystemId: !Ref Files
    PosixUser:
      Uid: '1000'
      Gid: '1000'
    RootDirectory:
      Path: /scans
`,
  },
  'efs-customer-key': {
    bad: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
`,
    good: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
    KmsKeyId: !GetAtt RecordsKey.Arn
RecordsKey:
  Type: AWS::KMS::Key
`,
  },
  'efs-encrypted': {
    bad: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: false
`,
    good: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
`,
  },
  'efs-in-backup-plan': {
    bad: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
`,
    good: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
    BackupPolicy:
      Status: ENABLED
`,
  },
  'efs-policy-not-public': {
    bad: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    FileSystemPolicy:
      Statement:
        - Effect: Allow
          Principal: { AWS: '*' }
          Action: elasticfilesystem:ClientMount
`,
    good: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    FileSystemPolicy:
      Statement:
        - Effect: Allow
          Principal: { AWS: '*' }
          Action: elasticfilesystem:ClientMount
          Condition:
            Bool:
              elasticfilesystem:AccessedViaMountTarget: true
`,
  },
  'efs-replicated': {
    bad: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
`,
    good: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
    ReplicationConfiguration:
      Destinations:
        - Region: eu-west-1
          KmsKeyId: alias/records
`,
  },
  'efs-tls-only': {
    bad: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
`,
    good: `
FileSystem:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
    FileSystemPolicy:
      Statement:
        - Effect: Deny
          Principal: { AWS: '*' }
          Action: '*'
          Condition:
            Bool:
              aws:SecureTransport: false
`,
  },
};
