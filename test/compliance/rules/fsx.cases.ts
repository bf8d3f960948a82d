import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { accessAudited } from '../../../lib/compliance/rules/fsx/access-audited';
import { backupRetention } from '../../../lib/compliance/rules/fsx/backup-retention';
import { copyTags } from '../../../lib/compliance/rules/fsx/copy-tags';
import { customerKey } from '../../../lib/compliance/rules/fsx/customer-key';
import { inBackupPlan } from '../../../lib/compliance/rules/fsx/in-backup-plan';
import { lustrePersistent } from '../../../lib/compliance/rules/fsx/lustre-persistent';
import { multiAz } from '../../../lib/compliance/rules/fsx/multi-az';
import { nfsClientsNamed } from '../../../lib/compliance/rules/fsx/nfs-clients-named';
import { volumeLocked } from '../../../lib/compliance/rules/fsx/volume-locked';
import { casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const FILES = 'AWS::FSx::FileSystem';
const VOLUME = 'AWS::FSx::Volume';
const AUDITED = {
  FileAccessAuditLogLevel: 'SUCCESS_AND_FAILURE',
  FileShareAccessAuditLogLevel: 'SUCCESS_AND_FAILURE',
};
const windows = (properties: JsonObject) => ({ WindowsConfiguration: properties });
const lustre = (properties: JsonObject) => ({
  LustreConfiguration: { DeploymentType: 'PERSISTENT_2', ...properties },
});
const locked = (change: JsonObject = {}) => ({
  OntapConfiguration: {
    SnaplockConfiguration: {
      SnaplockType: 'COMPLIANCE',
      RetentionPeriod: { DefaultRetention: { Type: 'YEARS', Value: 6 } },
      ...change,
    },
  },
});
const keeping = (unit: Json, value: Json): JsonObject => ({
  RetentionPeriod: { DefaultRetention: { Type: unit, Value: value } },
});
const exported = (...clients: readonly Json[]): JsonObject => ({
  NfsExports: [
    { ClientConfigurations: clients.map((each) => ({ Clients: each, Options: ['rw', 'crossmnt'] })) },
  ],
});
const LOCK = 'OntapConfiguration.SnaplockConfiguration';
export const fsxCases = [
  casesOf(accessAudited, {
    ...propertyCases(FILES, 'WindowsConfiguration.AuditLogConfiguration.FileAccessAuditLogLevel', {
      good: ['SUCCESS_AND_FAILURE', 'FAILURE_ONLY'],
      bad: ['DISABLED'],
      absent: 'a finding',
      base: windows({ AuditLogConfiguration: AUDITED }),
    }),
    'a Windows file system without audit log is a finding': seen(
      subject(FILES, windows({ ThroughputCapacity: 32 })),
      'Properties.WindowsConfiguration.AuditLogConfiguration.FileAccessAuditLogLevel',
      'Properties.WindowsConfiguration.AuditLogConfiguration.FileShareAccessAuditLogLevel',
    ),
    'a Lustre file system that logs is compliant': subject(
      FILES,
      lustre({ LogConfiguration: { Level: 'WARN_ERROR' } }),
    ),
    'a Lustre file system that does not log is a finding': seen(
      subject(FILES, lustre({})),
      'Properties.LustreConfiguration.LogConfiguration.Level',
    ),
    'a ZFS file system is not applicable': subject(FILES, { OpenZFSConfiguration: {} }),
  }),
  casesOf(backupRetention, {
    ...propertyCases(FILES, 'OntapConfiguration.AutomaticBackupRetentionDays', {
      good: [7, 90],
      bad: [0, 6],
      absent: 'compliant',
    }),
    ...propertyCases(FILES, 'LustreConfiguration.AutomaticBackupRetentionDays', {
      good: [7],
      bad: [0],
      absent: 'a finding',
      base: lustre({}),
    }),
    'a Lustre scratch is compliant': subject(FILES, { LustreConfiguration: { DeploymentType: 'SCRATCH_2' } }),
  }),
  casesOf(copyTags, {
    ...propertyCases(FILES, 'WindowsConfiguration.CopyTagsToBackups', {
      good: [true],
      bad: [false],
      absent: 'a finding',
      base: windows({ ThroughputCapacity: 32 }),
    }),
    'an ONTAP file system is not applicable': subject(FILES, { OntapConfiguration: {} }),
    'a Windows file system in one branch is compliant': subject(FILES, {
      WindowsConfiguration: either({ CopyTagsToBackups: true }, NOTHING),
    }),
  }),
  casesOf(
    customerKey,
    propertyCases(FILES, 'KmsKeyId', { good: ['alias/files'], bad: ['alias/aws/fsx'], absent: 'a finding' }),
  ),
  casesOf(inBackupPlan, {
    'a file system that a selection lists is compliant': subject(
      FILES,
      {},
      {
        Selection: resource('AWS::Backup::BackupSelection', {
          BackupSelection: {
            Resources: [{ 'Fn::Sub': 'arn:aws:fsx:eu-west-1:111122223333:file-system/${Subject}' }],
          },
        }),
      },
    ),
    'no selection is a finding': seen(subject(FILES), 'Properties'),
    'a list left to a parameter is unknown': subject(
      FILES,
      {},
      { Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: { Resources: OPEN } }) },
    ),
  }),
  casesOf(lustrePersistent, {
    ...propertyCases(FILES, 'LustreConfiguration.DeploymentType', {
      good: ['PERSISTENT_1', 'PERSISTENT_2'],
      bad: ['SCRATCH_1', 'SCRATCH_2'],
      absent: 'a finding',
      base: { LustreConfiguration: { PerUnitStorageThroughput: 125 } },
    }),
    'a Windows file system is not applicable': subject(FILES, windows({ ThroughputCapacity: 32 })),
  }),
  casesOf(multiAz, {
    ...propertyCases(FILES, 'OntapConfiguration.DeploymentType', {
      good: ['MULTI_AZ_1', 'MULTI_AZ_2'],
      bad: ['SINGLE_AZ_1'],
      absent: 'a finding',
      base: { OntapConfiguration: { ThroughputCapacity: 128 } },
    }),
    'a Lustre file system is not applicable': subject(FILES, lustre({})),
  }),
  casesOf(nfsClientsNamed, {
    'a root volume for one network is compliant': subject(FILES, {
      OpenZFSConfiguration: { RootVolumeConfiguration: exported('10.20.0.0/24') },
    }),
    'a volume for one machine is compliant': subject(VOLUME, { OpenZFSConfiguration: exported('10.20.0.7') }),
    'a volume that nobody can write to is compliant': subject(VOLUME, {
      OpenZFSConfiguration: { ReadOnly: true },
    }),
    'a file system that says nothing is a finding': seen(
      subject(FILES, { OpenZFSConfiguration: { ThroughputCapacity: 160 } }),
      'Properties.OpenZFSConfiguration.RootVolumeConfiguration.ReadOnly',
    ),
    'a volume that says nothing is a finding': seen(
      subject(VOLUME, { OpenZFSConfiguration: { ReadOnly: false } }),
      'Properties.OpenZFSConfiguration.ReadOnly',
    ),
    ...Object.fromEntries(
      ['*', '0.0.0.0/0', '*.example.org'].map((clients) => [
        `a volume for ${clients} is a finding`,
        seen(
          subject(VOLUME, { OpenZFSConfiguration: exported('10.20.0.7', clients) }),
          'Properties.OpenZFSConfiguration.NfsExports.0.ClientConfigurations.1.Clients',
        ),
      ]),
    ),
    'a list left to a parameter is unknown': subject(VOLUME, {
      OpenZFSConfiguration: { NfsExports: OPEN },
    }),
    'writing left to a parameter is unknown': subject(VOLUME, { OpenZFSConfiguration: { ReadOnly: OPEN } }),
    'a client left to a parameter is unknown': subject(VOLUME, { OpenZFSConfiguration: exported(OPEN) }),
    'an ONTAP volume is not applicable': subject(VOLUME, locked()),
  }),
  casesOf(volumeLocked, {
    ...propertyCases(VOLUME, `${LOCK}.SnaplockType`, {
      good: ['COMPLIANCE'],
      bad: ['ENTERPRISE'],
      absent: 'a finding',
      base: locked(),
    }),
    ...propertyCases(VOLUME, `${LOCK}.PrivilegedDelete`, {
      good: ['DISABLED'],
      bad: ['ENABLED'],
      absent: 'compliant',
      base: locked(),
    }),
    'no default retention is a finding': seen(
      subject(VOLUME, locked({ RetentionPeriod: NOTHING })),
      `Properties.${LOCK}.RetentionPeriod.DefaultRetention.Type`,
      `Properties.${LOCK}.RetentionPeriod.DefaultRetention.Value`,
    ),
    'a retention of five years is a finding': seen(
      subject(VOLUME, locked(keeping('YEARS', 5))),
      `Properties.${LOCK}.RetentionPeriod.DefaultRetention.Value`,
    ),
    'a retention of six years in months is compliant': subject(VOLUME, locked(keeping('MONTHS', 72))),
    'a retention of six days is a finding': subject(VOLUME, locked(keeping('DAYS', 6))),
    'a retention without end is compliant': subject(
      VOLUME,
      locked({ RetentionPeriod: { DefaultRetention: { Type: 'INFINITE' } } }),
    ),
    'a unit left to a parameter is unknown': subject(VOLUME, locked(keeping(OPEN, 6))),
    'a volume without lock is not applicable': subject(VOLUME),
  }),
];
