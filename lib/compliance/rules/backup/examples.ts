import type { Examples } from '../example';

export const backupExamples: Examples = {
  'backup-ebs-in-backup-plan': {
    bad: `
Volume:
  Type: AWS::EC2::Volume
  Properties:
    Size: 100
`,
    good: `
Volume:
  Type: AWS::EC2::Volume
  Properties:
    Size: 100
    Tags:
      - Key: backup
        Value: daily
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: !Ref Plan
    BackupSelection:
      SelectionName: daily
      IamRoleArn: !GetAtt BackupRole.Arn
      ListOfTags:
        - ConditionType: STRINGEQUALS
          ConditionKey: backup
          ConditionValue: daily
`,
  },
  'backup-plan-continuous': {
    bad: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
`,
    good: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
          EnableContinuousBackup: true
          CopyActions:
            - DestinationBackupVaultArn: arn:aws:backup:eu-west-1:111122223333:backup-vault:records
`,
  },
  'backup-plan-disposal': {
    bad: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
`,
    good: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
          Lifecycle:
            DeleteAfterDays: 35
`,
  },
  'backup-plan-frequency': {
    bad: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
          ScheduleExpression: cron(0 5 ? * SUN *)
`,
    good: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
          ScheduleExpression: cron(0 5 * * ? *)
`,
  },
  'backup-plan-retention': {
    bad: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
          Lifecycle:
            DeleteAfterDays: 7
`,
    good: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
          Lifecycle:
            DeleteAfterDays: 35
`,
  },
  'backup-restore-tested': {
    bad: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
`,
    good: `
BackupPlan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: records
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: !Ref Vault
RestoreTest:
  Type: AWS::Backup::RestoreTestingPlan
  Properties:
    RestoreTestingPlanName: monthly
    ScheduleExpression: cron(0 5 1 * ? *)
    RecoveryPointSelection:
      Algorithm: LATEST_WITHIN_WINDOW
      IncludeVaults: ['*']
      RecoveryPointTypes: [SNAPSHOT]
`,
  },
  'backup-s3-in-backup-plan': {
    bad: `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: scans
`,
    good: `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: scans
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: !Ref Plan
    BackupSelection:
      SelectionName: stores
      IamRoleArn: !GetAtt BackupRole.Arn
      Resources:
        - !GetAtt Bucket.Arn
`,
  },
  'backup-store-retained': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
  Properties:
    TableName: visits
`,
  },
  'backup-vault-customer-key': {
    bad: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
`,
    good: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    EncryptionKeyArn: !GetAtt RecordsKey.Arn
RecordsKey:
  Type: AWS::KMS::Key
`,
  },
  'backup-vault-deletion-denied': {
    bad: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
`,
    good: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    AccessPolicy:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action:
            - backup:DeleteRecoveryPoint
            - backup:UpdateRecoveryPointLifecycle
          Resource: '*'
`,
  },
  'backup-vault-lock-final': {
    bad: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    LockConfiguration:
      MinRetentionDays: 35
`,
    good: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    LockConfiguration:
      MinRetentionDays: 35
      ChangeableForDays: 3
`,
  },
  'backup-vault-locked': {
    bad: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
`,
    good: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    LockConfiguration:
      MinRetentionDays: 35
`,
  },
  'backup-vault-notifies': {
    bad: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
`,
    good: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    Notifications:
      SNSTopicArn: !Ref Topic
      BackupVaultEvents: [BACKUP_JOB_FAILED, RESTORE_JOB_FAILED]
Topic:
  Type: AWS::SNS::Topic
`,
  },
  'backup-vault-policy-not-public': {
    bad: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    AccessPolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: backup:CopyIntoBackupVault
          Resource: '*'
`,
    good: `
BackupVault:
  Type: AWS::Backup::BackupVault
  Properties:
    BackupVaultName: records
    AccessPolicy:
      Statement:
        - Effect: Allow
          Principal: { AWS: 'arn:aws:iam::111122223333:root' }
          Action: backup:CopyIntoBackupVault
          Resource: '*'
`,
  },
};
