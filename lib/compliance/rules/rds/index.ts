import type { Rule } from '../../rule';
import { adminName } from './admin-name';
import { auroraBacktrack } from './aurora-backtrack';
import { automatedBackupsKept } from './automated-backups-kept';
import { backupRetention } from './backup-retention';
import { backupsEnabled } from './backups-enabled';
import { clusterMultiAz } from './cluster-multi-az';
import { copyTags } from './copy-tags';
import { customerKey } from './customer-key';
import { dataApiOff } from './data-api-off';
import { deletionProtection } from './deletion-protection';
import { enhancedMonitoring } from './enhanced-monitoring';
import { eventSubscriptionEnabled } from './event-subscription-enabled';
import { iamAuthentication } from './iam-authentication';
import { inBackupPlan } from './in-backup-plan';
import { logExports } from './log-exports';
import { logExportsComplete } from './log-exports-complete';
import { minorUpgrades } from './minor-upgrades';
import { multiAz } from './multi-az';
import { notPublic } from './not-public';
import { parameterGroupTls } from './parameter-group-tls';
import { performanceInsights } from './performance-insights';
import { proxyDebugLoggingOff } from './proxy-debug-logging-off';
import { proxyIamAuthentication } from './proxy-iam-authentication';
import { proxyTls } from './proxy-tls';
import { securityGroupNoOpenIngress } from './security-group-no-open-ingress';
import { storageEncrypted } from './storage-encrypted';
import { subnetGroup } from './subnet-group';
import { tlsRequired } from './tls-required';

/** In the order of their ids. */
export const rdsRules: readonly Rule[] = [
  adminName,
  auroraBacktrack,
  automatedBackupsKept,
  backupRetention,
  backupsEnabled,
  clusterMultiAz,
  copyTags,
  customerKey,
  dataApiOff,
  deletionProtection,
  enhancedMonitoring,
  eventSubscriptionEnabled,
  iamAuthentication,
  inBackupPlan,
  logExports,
  logExportsComplete,
  minorUpgrades,
  multiAz,
  notPublic,
  parameterGroupTls,
  performanceInsights,
  proxyDebugLoggingOff,
  proxyIamAuthentication,
  proxyTls,
  securityGroupNoOpenIngress,
  storageEncrypted,
  subnetGroup,
  tlsRequired,
];
