import type { Rule } from '../../rule';
import { parameterNoSecret } from './parameter-no-secret';
import { policyNotPublic } from './policy-not-public';
import { sessionCustomerKey } from './session-customer-key';
import { sessionLogged } from './session-logged';
import { sessionTimeout } from './session-timeout';

/** In the order of their ids. */
export const ssmRules: readonly Rule[] = [
  parameterNoSecret,
  policyNotPublic,
  sessionCustomerKey,
  sessionLogged,
  sessionTimeout,
];
