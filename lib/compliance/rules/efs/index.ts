import type { Rule } from '../../rule';
import { accessPointIdentity } from './access-point-identity';
import { customerKey } from './customer-key';
import { encrypted } from './encrypted';
import { inBackupPlan } from './in-backup-plan';
import { policyNotPublic } from './policy-not-public';
import { replicated } from './replicated';
import { tlsOnly } from './tls-only';

/** In the order of their ids. */
export const efsRules: readonly Rule[] = [
  accessPointIdentity,
  customerKey,
  encrypted,
  inBackupPlan,
  policyNotPublic,
  replicated,
  tlsOnly,
];
