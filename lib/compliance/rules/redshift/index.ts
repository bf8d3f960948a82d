import type { Rule } from '../../rule';
import { adminName } from './admin-name';
import { auditLogging } from './audit-logging';
import { backupRetention } from './backup-retention';
import { customerKey } from './customer-key';
import { encrypted } from './encrypted';
import { enhancedVpcRouting } from './enhanced-vpc-routing';
import { minorUpgrades } from './minor-upgrades';
import { multiAz } from './multi-az';
import { namespacePolicyNotPublic } from './namespace-policy-not-public';
import { notPublic } from './not-public';
import { parameterGroupActivityLog } from './parameter-group-activity-log';
import { parameterGroupTls } from './parameter-group-tls';
import { securityGroupNoOpenIngress } from './security-group-no-open-ingress';
import { subnetGroup } from './subnet-group';

/** In the order of their ids. */
export const redshiftRules: readonly Rule[] = [
  adminName,
  auditLogging,
  backupRetention,
  customerKey,
  encrypted,
  enhancedVpcRouting,
  minorUpgrades,
  multiAz,
  namespacePolicyNotPublic,
  notPublic,
  parameterGroupActivityLog,
  parameterGroupTls,
  securityGroupNoOpenIngress,
  subnetGroup,
];
