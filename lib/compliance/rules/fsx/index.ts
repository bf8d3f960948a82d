import type { Rule } from '../../rule';
import { accessAudited } from './access-audited';
import { backupRetention } from './backup-retention';
import { copyTags } from './copy-tags';
import { customerKey } from './customer-key';
import { inBackupPlan } from './in-backup-plan';
import { lustrePersistent } from './lustre-persistent';
import { multiAz } from './multi-az';
import { nfsClientsNamed } from './nfs-clients-named';
import { volumeLocked } from './volume-locked';

/** In the order of their ids. */
export const fsxRules: readonly Rule[] = [
  accessAudited,
  backupRetention,
  copyTags,
  customerKey,
  inBackupPlan,
  lustrePersistent,
  multiAz,
  nfsClientsNamed,
  volumeLocked,
];
