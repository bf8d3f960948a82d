import type { Rule } from '../../rule';
import { atRestEncrypted } from './at-rest-encrypted';
import { authentication } from './authentication';
import { backups } from './backups';
import { customerKey } from './customer-key';
import { finalSnapshot } from './final-snapshot';
import { inTransitEncrypted } from './in-transit-encrypted';
import { logged } from './logged';
import { minorUpgrades } from './minor-upgrades';
import { multiAz } from './multi-az';
import { securityGroupNoClassic } from './security-group-no-classic';
import { subnetGroup } from './subnet-group';
import { userAuthenticated } from './user-authenticated';
import { userPermissions } from './user-permissions';

/** In the order of their ids. */
export const elasticacheRules: readonly Rule[] = [
  atRestEncrypted,
  authentication,
  backups,
  customerKey,
  finalSnapshot,
  inTransitEncrypted,
  logged,
  minorUpgrades,
  multiAz,
  securityGroupNoClassic,
  subnetGroup,
  userAuthenticated,
  userPermissions,
];
