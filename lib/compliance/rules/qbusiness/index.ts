import type { Rule } from '../../rule';
import { applicationIdentity } from './application-identity';
import { attachmentsOff } from './attachments-off';
import { customerKey } from './customer-key';
import { dataAccessorAuthenticated } from './data-accessor-authenticated';
import { dataSourceInVpc } from './data-source-in-vpc';
import { indexRetained } from './index-retained';
import { permissionNamed } from './permission-named';
import { pluginAuthenticated } from './plugin-authenticated';
import { webOrigins } from './web-origins';

/** In the order of their ids. */
export const qbusinessRules: readonly Rule[] = [
  applicationIdentity,
  attachmentsOff,
  customerKey,
  dataAccessorAuthenticated,
  dataSourceInVpc,
  indexRetained,
  permissionNamed,
  pluginAuthenticated,
  webOrigins,
];
