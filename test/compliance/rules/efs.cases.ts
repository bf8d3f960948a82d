import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { accessPointIdentity } from '../../../lib/compliance/rules/efs/access-point-identity';
import { customerKey } from '../../../lib/compliance/rules/efs/customer-key';
import { encrypted } from '../../../lib/compliance/rules/efs/encrypted';
import { inBackupPlan } from '../../../lib/compliance/rules/efs/in-backup-plan';
import { policyNotPublic } from '../../../lib/compliance/rules/efs/policy-not-public';
import { replicated } from '../../../lib/compliance/rules/efs/replicated';
import { tlsOnly } from '../../../lib/compliance/rules/efs/tls-only';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const FILES = 'AWS::EFS::FileSystem';
const POINT = 'AWS::EFS::AccessPoint';
const USER = { PosixUser: { Uid: '1000', Gid: '1000' } };
const selecting = (selection: JsonObject) => ({
  Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: selection }),
});
const policy = (...statements: readonly Json[]) =>
  subject(FILES, { FileSystemPolicy: { Statement: statements } });
const allow = (more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: 'elasticfilesystem:ClientMount',
  ...more,
});
const deny = (more: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  ...more,
});
const MOUNTED = { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } };
export const efsCases = [
  casesOf(accessPointIdentity, {
    ...propertyCases(POINT, 'RootDirectory.Path', {
      good: ['/scans'],
      bad: ['/', ''],
      absent: 'a finding',
      base: USER,
    }),
    'no user is a finding': seen(
      subject(POINT, { RootDirectory: { Path: '/scans' } }),
      'Properties.PosixUser',
    ),
  }),
  casesOf(customerKey, {
    ...propertyCases(FILES, 'KmsKeyId', {
      good: ['alias/files'],
      bad: ['alias/aws/elasticfilesystem'],
      absent: 'a finding',
    }),
    'a replica without a key is a finding': seen(
      subject(FILES, {
        KmsKeyId: 'alias/files',
        ReplicationConfiguration: { Destinations: [{ Region: 'eu-west-1' }] },
      }),
      'Properties.ReplicationConfiguration.Destinations.0.KmsKeyId',
    ),
    'a replica under a key is compliant': subject(FILES, {
      KmsKeyId: 'alias/files',
      ReplicationConfiguration: { Destinations: [{ KmsKeyId: 'alias/far' }] },
    }),
  }),
  casesOf(
    encrypted,
    propertyCases(FILES, 'Encrypted', { good: [true, 'true'], bad: [false], absent: 'a finding' }),
  ),
  casesOf(inBackupPlan, {
    ...propertyCases(FILES, 'BackupPolicy.Status', {
      good: ['ENABLED'],
      bad: ['DISABLED'],
      absent: 'a finding',
    }),
    'a file system that a plan selects is compliant': subject(
      FILES,
      {},
      selecting({ Resources: [arn('Subject')] }),
    ),
    'a file system that a plan selects by its tag is compliant': subject(
      FILES,
      { FileSystemTags: [{ Key: 'backup', Value: 'daily' }] },
      selecting({ ListOfTags: [{ ConditionKey: 'backup', ConditionValue: 'daily' }] }),
    ),
  }),
  casesOf(policyNotPublic, {
    'no policy is compliant': subject(FILES),
    'everybody through a mount target is compliant': policy(allow({ Condition: MOUNTED })),
    'a role is compliant': policy(allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } })),
    'everybody is a finding': seen(policy(allow()), 'Properties.FileSystemPolicy.Statement.0'),
    'everybody past the mount targets is a finding': policy(
      allow({ Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'false' } } }),
    ),
    'a lockout check passed by is a finding': seen(
      subject(FILES, { BypassPolicyLockoutSafetyCheck: true }),
      'Properties.BypassPolicyLockoutSafetyCheck',
    ),
    'a policy left to a parameter is unknown': subject(FILES, { FileSystemPolicy: OPEN }),
  }),
  casesOf(replicated, {
    ...propertyCases(FILES, 'ReplicationConfiguration.Destinations', {
      good: [[{ Region: 'eu-west-1' }]],
      bad: [[]],
      absent: 'a finding',
    }),
    'a replica that may be overwritten is a finding': seen(
      subject(FILES, {
        ReplicationConfiguration: { Destinations: [{ Region: 'eu-west-1' }] },
        FileSystemProtection: { ReplicationOverwriteProtection: 'DISABLED' },
      }),
      'Properties.FileSystemProtection.ReplicationOverwriteProtection',
    ),
  }),
  casesOf(tlsOnly, {
    'a policy that denies everything without TLS is compliant': policy(allow(), deny()),
    'a policy that denies mounts without TLS is compliant': policy(
      deny({ Action: ['elasticfilesystem:Client*'] }),
    ),
    'no policy is a finding': seen(subject(FILES), 'Properties.FileSystemPolicy'),
    'a denial of writes only is a finding': policy(deny({ Action: 'elasticfilesystem:ClientWrite' })),
    'a denial for one role is a finding': policy(
      deny({ Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } }),
    ),
    'a denial of TLS is a finding': policy(deny({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
    'a denial under one more condition is a finding': policy(
      deny({
        Condition: {
          Bool: { 'aws:SecureTransport': 'false' },
          StringEquals: { 'aws:PrincipalTag/team': 'x' },
        },
      }),
    ),
    'a policy left to a parameter is unknown': subject(FILES, { FileSystemPolicy: OPEN }),
    'a denial in one branch is unknown': policy(allow(), either(deny(), NOTHING)),
  }),
];
