import type { Rule } from '../../rule';
import { accessPolicyNamed } from './access-policy-named';
import { accessPolicyNotPublic } from './access-policy-not-public';
import { applicationLogs } from './application-logs';
import { atRestEncrypted } from './at-rest-encrypted';
import { auditLogs } from './audit-logs';
import { automaticUpdates } from './automatic-updates';
import { customerKey } from './customer-key';
import { dataNodes } from './data-nodes';
import { fineGrainedAccess } from './fine-grained-access';
import { https } from './https';
import { inVpc } from './in-vpc';
import { internalUsers } from './internal-users';
import { nodeToNodeEncrypted } from './node-to-node-encrypted';
import { primaryNodes } from './primary-nodes';
import { slowLogs } from './slow-logs';
import { standby } from './standby';
import { tlsPolicy } from './tls-policy';

/** In the order of their ids. */
export const opensearchserviceRules: readonly Rule[] = [
  accessPolicyNamed,
  accessPolicyNotPublic,
  applicationLogs,
  atRestEncrypted,
  auditLogs,
  automaticUpdates,
  customerKey,
  dataNodes,
  fineGrainedAccess,
  https,
  inVpc,
  internalUsers,
  nodeToNodeEncrypted,
  primaryNodes,
  slowLogs,
  standby,
  tlsPolicy,
];
