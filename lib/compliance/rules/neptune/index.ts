import type { Rule } from '../../rule';
import { auditLogs } from './audit-logs';
import { backupRetention } from './backup-retention';
import { copyTags } from './copy-tags';
import { customerKey } from './customer-key';
import { deletionProtection } from './deletion-protection';
import { iamAuthentication } from './iam-authentication';
import { inBackupPlan } from './in-backup-plan';
import { minorUpgrades } from './minor-upgrades';
import { notPublic } from './not-public';
import { parameterGroupAudit } from './parameter-group-audit';
import { storageEncrypted } from './storage-encrypted';
import { subnetGroup } from './subnet-group';

/** In the order of their ids. */
export const neptuneRules: readonly Rule[] = [
  auditLogs,
  backupRetention,
  copyTags,
  customerKey,
  deletionProtection,
  iamAuthentication,
  inBackupPlan,
  minorUpgrades,
  notPublic,
  parameterGroupAudit,
  storageEncrypted,
  subnetGroup,
];
