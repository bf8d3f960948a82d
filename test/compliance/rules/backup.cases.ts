import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { ebsInBackupPlan } from '../../../lib/compliance/rules/backup/ebs-in-backup-plan';
import { planContinuous } from '../../../lib/compliance/rules/backup/plan-continuous';
import { planFrequency } from '../../../lib/compliance/rules/backup/plan-frequency';
import { planRetention } from '../../../lib/compliance/rules/backup/plan-retention';
import { restoreTested } from '../../../lib/compliance/rules/backup/restore-tested';
import { s3InBackupPlan } from '../../../lib/compliance/rules/backup/s3-in-backup-plan';
import { storeRetained } from '../../../lib/compliance/rules/backup/store-retained';
import { vaultCustomerKey } from '../../../lib/compliance/rules/backup/vault-customer-key';
import { vaultDeletionDenied } from '../../../lib/compliance/rules/backup/vault-deletion-denied';
import { vaultLocked } from '../../../lib/compliance/rules/backup/vault-locked';
import { vaultNotifies } from '../../../lib/compliance/rules/backup/vault-notifies';
import { vaultPolicyNotPublic } from '../../../lib/compliance/rules/backup/vault-policy-not-public';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const PLAN = 'AWS::Backup::BackupPlan';
const VAULT = 'AWS::Backup::BackupVault';
const AIR_GAPPED = 'AWS::Backup::LogicallyAirGappedBackupVault';
const TABLE = 'AWS::DynamoDB::Table';
const VOLUME = 'AWS::EC2::Volume';
const BUCKET = 'AWS::S3::Bucket';
const selecting = (...resources: readonly Json[]) => ({
  Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: { Resources: resources } }),
});
const plan = (...rules: readonly Json[]) => subject(PLAN, { BackupPlan: { BackupPlanRule: rules } });
const scheduled = (schedule: Json) => plan({ ScheduleExpression: schedule });
const kept = (days: Json) => ({ Lifecycle: { DeleteAfterDays: days } });
const COPY = {
  CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:far' }],
};
const RULES = 'Properties.BackupPlan.BackupPlanRule';
const policy = (...statements: readonly JsonObject[]): JsonObject => ({
  AccessPolicy: { Statement: statements },
});
const DENY: JsonObject = {
  Effect: 'Deny',
  Principal: '*',
  Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
  Resource: '*',
};
const store = (type: string, deletion: Json, replacement: Json = 'Retain') =>
  stack({ Subject: resource(type, {}, { DeletionPolicy: deletion, UpdateReplacePolicy: replacement }) });
const testing = (attributes: JsonObject = {}) => ({
  Test: resource('AWS::Backup::RestoreTestingPlan', {}, attributes),
});
export const backupCases = [
  casesOf(ebsInBackupPlan, {
    'a volume that a selection lists is compliant': subject(
      VOLUME,
      {},
      selecting({ 'Fn::Sub': 'arn:aws:ec2:*:*:volume/${Subject}' }),
    ),
    'a selection of instances is a finding': seen(
      subject(VOLUME, {}, selecting('arn:aws:ec2:*:*:instance/*')),
      'Properties',
    ),
    'no selection is a finding': subject(VOLUME),
    'a list left to a parameter is unknown': subject(VOLUME, {}, selecting(OPEN)),
  }),
  casesOf(planContinuous, {
    'a plan with both is compliant': plan({ EnableContinuousBackup: true }, COPY),
    'a plan without copies is a finding': seen(plan({ EnableContinuousBackup: true }), RULES),
    'a plan with daily backups only is a finding': seen(plan({}), RULES, RULES),
    'a list of rules left to a parameter is unknown': subject(PLAN, { BackupPlan: { BackupPlanRule: OPEN } }),
  }),
  casesOf(planFrequency, {
    'every day is compliant': scheduled('cron(0 5 ? * * *)'),
    'every six hours is compliant': scheduled('cron(0 0/6 * * ? *)'),
    'every day of the week is compliant': scheduled('cron(30 2,14 ? * SUN-SAT *)'),
    'a rate of a day is compliant': scheduled('rate(1 day)'),
    'a rule without schedule is compliant': plan({}),
    'one rule of two every day is compliant': plan(
      { ScheduleExpression: 'cron(0 5 1 * ? *)' },
      { ScheduleExpression: 'cron(0 5 * * ? *)' },
    ),
    'every week is a finding': seen(scheduled('cron(0 5 ? * SUN *)'), RULES),
    'a rate of two days is a finding': scheduled('rate(2 days)'),
    'a rate of 25 hours is a finding': scheduled('rate(25 hours)'),
    'a schedule that is none is a finding': scheduled('whenever'),
    'a schedule without hours is a finding': scheduled('cron(0 x * * ? *)'),
    'no rule is a finding': subject(PLAN),
    'a schedule left to a parameter is unknown': scheduled(OPEN),
  }),
  casesOf(planRetention, {
    'five weeks is compliant': plan(kept(35)),
    'for ever is compliant': plan({}),
    'a day less is a finding': seen(plan({}, kept(34)), `${RULES}.1.Lifecycle.DeleteAfterDays`),
    'a copy kept for a day is a finding': seen(
      plan({ CopyActions: [kept(1)] }),
      `${RULES}.0.CopyActions.0.Lifecycle.DeleteAfterDays`,
    ),
    'a time left to a parameter is unknown': plan(kept(OPEN)),
  }),
  casesOf(restoreTested, {
    'a testing plan beside it is compliant': subject(PLAN, {}, testing()),
    'no testing plan is a finding': seen(subject(PLAN), 'Properties'),
    'a testing plan under a condition is a finding': subject(PLAN, {}, testing({ Condition: 'Maybe' })),
  }),
  casesOf(s3InBackupPlan, {
    'a bucket that receives the access logs of another is not applicable': subject(
      'AWS::S3::Bucket',
      {},
      {
        Logged: resource('AWS::S3::Bucket', {
          LoggingConfiguration: { DestinationBucketName: ref('Subject') },
        }),
      },
    ),
    'a bucket that a selection lists is compliant': subject(BUCKET, {}, selecting(arn('Subject'))),
    'a bucket listed by its name is compliant': subject(
      BUCKET,
      { BucketName: 'scans' },
      selecting('arn:aws:s3:::scans'),
    ),
    'another bucket in the list is a finding': seen(
      subject(BUCKET, { BucketName: 'scans' }, selecting('arn:aws:s3:::other')),
      'Properties',
    ),
    'a bucket whose name may be another one is unknown': subject(
      BUCKET,
      { BucketName: either('scans', 'other') },
      selecting('arn:aws:s3:::scans'),
    ),
  }),
  casesOf(storeRetained, {
    'a store that is kept is compliant': store(TABLE, 'Retain'),
    'a database with a last snapshot is compliant': store('AWS::RDS::DBInstance', 'Snapshot', 'Snapshot'),
    'a store that goes with its stack is a finding': seen(
      subject(TABLE),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a table with a last snapshot is a finding': seen(store(TABLE, 'Snapshot'), 'DeletionPolicy'),
    'a store that a replacement deletes is a finding': seen(
      store(TABLE, 'Retain', 'Delete'),
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': store(TABLE, OPEN),
    'a member of a cluster is not applicable': subject('AWS::RDS::DBInstance', {
      DBClusterIdentifier: 'records',
    }),
  }),
  casesOf(
    vaultCustomerKey,
    propertyCases(VAULT, 'EncryptionKeyArn', {
      good: ['alias/backups'],
      bad: ['alias/aws/backup'],
      absent: 'a finding',
    }),
  ),
  casesOf(vaultDeletionDenied, {
    'a policy that denies deletion is compliant': subject(VAULT, policy(DENY)),
    'a locked vault is compliant': subject(VAULT, { LockConfiguration: { MinRetentionDays: 35 } }),
    'no policy is a finding': seen(subject(VAULT), 'Properties.AccessPolicy'),
    'a policy that denies one role is a finding': subject(
      VAULT,
      policy({ ...DENY, Principal: { AWS: 'arn:aws:iam::111122223333:role/x' } }),
    ),
    'a policy that denies copies is a finding': subject(
      VAULT,
      policy({ ...DENY, Action: 'backup:CopyFromBackupVault' }),
    ),
    'a policy that denies under a condition is a finding': subject(
      VAULT,
      policy({ ...DENY, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'x' } } }),
    ),
    'a lock in one branch is a finding': subject(VAULT, {
      LockConfiguration: either({ MinRetentionDays: 35 }, NOTHING),
    }),
    'a policy left to a parameter is unknown': subject(VAULT, { AccessPolicy: OPEN }),
  }),
  casesOf(vaultLocked, {
    ...propertyCases(VAULT, 'LockConfiguration.MinRetentionDays', {
      good: [35, 2192],
      bad: [1, 34],
      absent: 'a finding',
    }),
    'an air-gapped vault that keeps five weeks is compliant': subject(AIR_GAPPED, { MinRetentionDays: 35 }),
    'an air-gapped vault that keeps a day is a finding': seen(
      subject(AIR_GAPPED, { MinRetentionDays: 1 }),
      'Properties.MinRetentionDays',
    ),
  }),
  casesOf(vaultNotifies, {
    'a vault that tells of its jobs is compliant': subject(
      VAULT,
      { Notifications: { SNSTopicArn: ref('Topic'), BackupVaultEvents: ['BACKUP_JOB_FAILED'] } },
      { Topic: resource('AWS::SNS::Topic') },
    ),
    'a vault without topic is a finding': seen(subject(VAULT), 'Properties.Notifications.SNSTopicArn'),
    'a topic left to a parameter is unknown': subject(VAULT, { Notifications: { SNSTopicArn: OPEN } }),
  }),
  casesOf(vaultPolicyNotPublic, {
    'no policy is compliant': subject(VAULT),
    'a policy for one account is compliant': subject(
      VAULT,
      policy({ ...DENY, Effect: 'Allow', Principal: { AWS: '111122223333' } }),
    ),
    'everybody is a finding': seen(
      subject(VAULT, policy({ ...DENY, Effect: 'Allow' })),
      'Properties.AccessPolicy.Statement.0',
    ),
    'a policy left to a parameter is unknown': subject(VAULT, { AccessPolicy: OPEN }),
  }),
];
