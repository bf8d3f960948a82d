import type { Rule } from '../../rule';
import { auditLogs } from './audit-logs';
import { backupRetention } from './backup-retention';
import { customerKey } from './customer-key';
import { deletionProtection } from './deletion-protection';
import { inBackupPlan } from './in-backup-plan';
import { minorUpgrades } from './minor-upgrades';
import { parameterGroupAudit } from './parameter-group-audit';
import { parameterGroupTls } from './parameter-group-tls';
import { performanceInsights } from './performance-insights';
import { storageEncrypted } from './storage-encrypted';
import { subnetGroup } from './subnet-group';

/** In the order of their ids. */
export const docdbRules: readonly Rule[] = [
  auditLogs,
  backupRetention,
  customerKey,
  deletionProtection,
  inBackupPlan,
  minorUpgrades,
  parameterGroupAudit,
  parameterGroupTls,
  performanceInsights,
  storageEncrypted,
  subnetGroup,
];
