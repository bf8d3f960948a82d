import { aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { AuditWorkgroup, type AuditWorkgroupProps } from '../../../lib/audit/athena/audit-workgroup';
import { LedgerTable } from '../../../lib/audit/athena/ledger-table';
import { TrailTable } from '../../../lib/audit/athena/trail-table';
import { LockedBucket } from '../../../lib/audit/locked-bucket';
import { ServiceKey } from '../../../lib/encryption/service-key';
import { ledgerPlace } from '../../gateway/gateway-place';

export const WORKGROUP = 'invented-audit';
export const DATABASE = 'invented_audit';

/** A workgroup with both tables, and a reader of each. */
export function tablesIn(stack: Stack, more: Partial<AuditWorkgroupProps> = {}) {
  const { accessLogs, lockedBucket, props } = ledgerPlace(stack);
  const auditKey = new ServiceKey(stack, 'AuditKey', {
    description: 'The trail',
    services: ['cloudtrail', 's3'],
  }).key;
  const trailBucket = new LockedBucket(stack, 'TrailRecord', {
    encryptionKey: auditKey,
    accessLogBucket: accessLogs,
    lock: { days: 2192 },
  });
  const workgroup = new AuditWorkgroup(stack, 'Audit', {
    name: WORKGROUP,
    encryptionKey: auditKey,
    accessLogBucket: accessLogs,
    ...more,
  });
  const ledger = new LedgerTable(stack, 'LedgerTable', {
    workgroup,
    lockedBucket,
    bucketKey: props.bucketKey,
  });
  const trail = new TrailTable(stack, 'TrailTable', {
    workgroup,
    lockedBucket: trailBucket,
    encryptionKey: auditKey,
  });
  const service = new iam.ServicePrincipal('ecs-tasks.amazonaws.com');
  const roleOf = (id: string) => new iam.Role(stack, id, { assumedBy: service });
  ledger.grantQuery(roleOf('Privacy'));
  trail.grantQuery(roleOf('Security'));
  return { workgroup, ledger, trail };
}
