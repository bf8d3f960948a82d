import type { Rule } from '../../rule';
import { accessList } from './access-list';
import { customerKey } from './customer-key';
import { finalSnapshot } from './final-snapshot';
import { minorUpgrades } from './minor-upgrades';
import { snapshots } from './snapshots';
import { subnetGroup } from './subnet-group';
import { tls } from './tls';
import { userPermissions } from './user-permissions';

/** In the order of their ids. */
export const memorydbRules: readonly Rule[] = [
  accessList,
  customerKey,
  finalSnapshot,
  minorUpgrades,
  snapshots,
  subnetGroup,
  tls,
  userPermissions,
];
