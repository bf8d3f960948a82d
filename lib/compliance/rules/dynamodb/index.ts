import type { Rule } from '../../rule';
import { autoscaling } from './autoscaling';
import { billingMode } from './billing-mode';
import { customerKey } from './customer-key';
import { deletionProtection } from './deletion-protection';
import { inBackupPlan } from './in-backup-plan';
import { keyInAccount } from './key-in-account';
import { pointInTimeRecovery } from './point-in-time-recovery';
import { resourcePolicyNotPublic } from './resource-policy-not-public';

/** In the order of their ids. */
export const dynamodbRules: readonly Rule[] = [
  autoscaling,
  billingMode,
  customerKey,
  deletionProtection,
  inBackupPlan,
  keyInAccount,
  pointInTimeRecovery,
  resourcePolicyNotPublic,
];
