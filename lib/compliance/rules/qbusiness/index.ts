import type { Rule } from '../../rule';
import { applicationIdentity } from './application-identity';
import { attachmentsOff } from './attachments-off';
import { customerKey } from './customer-key';
import { pluginAuthenticated } from './plugin-authenticated';
import { webOrigins } from './web-origins';

/** In the order of their ids. */
export const qbusinessRules: readonly Rule[] = [
  applicationIdentity,
  attachmentsOff,
  customerKey,
  pluginAuthenticated,
  webOrigins,
];
