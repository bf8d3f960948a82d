import type { Rule } from '../../rule';
import { catalogCustomerKey } from './catalog-customer-key';
import { catalogEncrypted } from './catalog-encrypted';
import { connectionAuthenticated } from './connection-authenticated';
import { connectionCustomerKey } from './connection-customer-key';
import { connectionInVpc } from './connection-in-vpc';
import { connectionSecret } from './connection-secret';
import { connectionTls } from './connection-tls';
import { jobLogged } from './job-logged';
import { jobSecurityConfiguration } from './job-security-configuration';
import { securityConfigurationCustomerKey } from './security-configuration-customer-key';
import { securityConfigurationEncrypted } from './security-configuration-encrypted';
import { transformEncrypted } from './transform-encrypted';

/** In the order of their ids. */
export const glueRules: readonly Rule[] = [
  catalogCustomerKey,
  catalogEncrypted,
  connectionAuthenticated,
  connectionCustomerKey,
  connectionInVpc,
  connectionSecret,
  connectionTls,
  jobLogged,
  jobSecurityConfiguration,
  securityConfigurationCustomerKey,
  securityConfigurationEncrypted,
  transformEncrypted,
];
