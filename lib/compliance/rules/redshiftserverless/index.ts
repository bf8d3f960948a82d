import type { Rule } from '../../rule';
import { adminName } from './admin-name';
import { auditLogs } from './audit-logs';
import { customerKey } from './customer-key';
import { enhancedVpcRouting } from './enhanced-vpc-routing';
import { finalSnapshot } from './final-snapshot';
import { namespacePolicyNotPublic } from './namespace-policy-not-public';
import { notPublic } from './not-public';
import { subnets } from './subnets';
import { tls } from './tls';

/** In the order of their ids. */
export const redshiftserverlessRules: readonly Rule[] = [
  adminName,
  auditLogs,
  customerKey,
  enhancedVpcRouting,
  finalSnapshot,
  namespacePolicyNotPublic,
  notPublic,
  subnets,
  tls,
];
