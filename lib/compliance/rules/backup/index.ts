import type { Rule } from '../../rule';
import { ebsInBackupPlan } from './ebs-in-backup-plan';
import { planContinuous } from './plan-continuous';
import { planDisposal } from './plan-disposal';
import { planFrequency } from './plan-frequency';
import { planRetention } from './plan-retention';
import { restoreTested } from './restore-tested';
import { s3InBackupPlan } from './s3-in-backup-plan';
import { storeRetained } from './store-retained';
import { vaultCustomerKey } from './vault-customer-key';
import { vaultDeletionDenied } from './vault-deletion-denied';
import { vaultLockFinal } from './vault-lock-final';
import { vaultLocked } from './vault-locked';
import { vaultNotifies } from './vault-notifies';
import { vaultPolicyNotPublic } from './vault-policy-not-public';

/** In the order of their ids. */
export const backupRules: readonly Rule[] = [
  ebsInBackupPlan,
  planContinuous,
  planDisposal,
  planFrequency,
  planRetention,
  restoreTested,
  s3InBackupPlan,
  storeRetained,
  vaultCustomerKey,
  vaultDeletionDenied,
  vaultLockFinal,
  vaultLocked,
  vaultNotifies,
  vaultPolicyNotPublic,
];
