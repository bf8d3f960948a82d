import type { Examples } from '../example';

export const fsxExamples: Examples = {
  'fsx-access-audited': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    WindowsConfiguration:
      ThroughputCapacity: 32
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    WindowsConfiguration:
      ThroughputCapacity: 32
      AuditLogConfiguration:
        FileAccessAuditLogLevel: SUCCESS_AND_FAILURE
        FileShareAccessAuditLogLevel: SUCCESS_AND_FAILURE
        AuditLogDestination: !GetAtt Logs.Arn
`,
  },
  'fsx-backup-retention': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    OntapConfiguration:
      AutomaticBackupRetentionDays: 0
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    OntapConfiguration:
      AutomaticBackupRetentionDays: 35
`,
  },
  'fsx-copy-tags': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    OpenZFSConfiguration:
      CopyTagsToBackups: false
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    OpenZFSConfiguration:
      CopyTagsToBackups: true
`,
  },
  'fsx-customer-key': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: ONTAP
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: ONTAP
    KmsKeyId: alias/records
`,
  },
  'fsx-in-backup-plan': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: ONTAP
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: ONTAP
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: !Ref Plan
    BackupSelection:
      SelectionName: stores
      IamRoleArn: !GetAtt BackupRole.Arn
      Resources:
        - !GetAtt FileSystem.ResourceARN
`,
  },
  'fsx-lustre-persistent': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: LUSTRE
    LustreConfiguration:
      DeploymentType: SCRATCH_2
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: LUSTRE
    LustreConfiguration:
      DeploymentType: PERSISTENT_2
`,
  },
  'fsx-multi-az': {
    bad: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    OntapConfiguration:
      DeploymentType: SINGLE_AZ_1
`,
    good: `
FileSystem:
  Type: AWS::FSx::FileSystem
  Properties:
    OntapConfiguration:
      DeploymentType: MULTI_AZ_1
`,
  },
  'fsx-nfs-clients-named': {
    bad: `
Volume:
  Type: AWS::FSx::Volume
  Properties:
    Name: scans
    OpenZFSConfiguration:
      ParentVolumeId: !GetAtt FileSystem.RootVolumeId
`,
    good: `
Volume:
  Type: AWS::FSx::Volume
  Properties:
    Name: scans
    OpenZFSConfiguration:
      ParentVolumeId: !GetAtt FileSystem.RootVolumeId
      NfsExports:
        - ClientConfigurations:
            - Clients: 10.20.0.0/24
              Options: [rw, crossmnt]
`,
  },
  'fsx-volume-locked': {
    bad: `
Volume:
  Type: AWS::FSx::Volume
  Properties:
    OntapConfiguration:
      SnaplockConfiguration:
        SnaplockType: ENTERPRISE
`,
    good: `
Volume:
  Type: AWS::FSx::Volume
  Properties:
    OntapConfiguration:
      SnaplockConfiguration:
        SnaplockType: COMPLIANCE
        RetentionPeriod:
          DefaultRetention:
            Type: YEARS
            Value: 6
`,
  },
};
