import type { Rule } from '../../rule';
import { adminCreatesUsers } from './admin-creates-users';
import { analyticsWithoutUsers } from './analytics-without-users';
import { authEventsLogged } from './auth-events-logged';
import { callbackHttps } from './callback-https';
import { compromisedCredentials } from './compromised-credentials';
import { identityPoolNoClassicFlow } from './identity-pool-no-classic-flow';
import { identityPoolNoGuests } from './identity-pool-no-guests';
import { identityPoolTokenCheck } from './identity-pool-token-check';
import { mfa } from './mfa';
import { mfaRequired } from './mfa-required';
import { mfaWithoutSms } from './mfa-without-sms';
import { noImplicitFlow } from './no-implicit-flow';
import { noPasswordFlow } from './no-password-flow';
import { passwordLength } from './password-length';
import { passwordPolicy } from './password-policy';
import { poolDeletionProtection } from './pool-deletion-protection';
import { threatProtection } from './threat-protection';
import { tokenLifetime } from './token-lifetime';
import { tokenRevocation } from './token-revocation';
import { userExistenceHidden } from './user-existence-hidden';

/** In the order of their ids. */
export const cognitoRules: readonly Rule[] = [
  adminCreatesUsers,
  analyticsWithoutUsers,
  authEventsLogged,
  callbackHttps,
  compromisedCredentials,
  identityPoolNoClassicFlow,
  identityPoolNoGuests,
  identityPoolTokenCheck,
  mfa,
  mfaRequired,
  mfaWithoutSms,
  noImplicitFlow,
  noPasswordFlow,
  passwordLength,
  passwordPolicy,
  poolDeletionProtection,
  threatProtection,
  tokenLifetime,
  tokenRevocation,
  userExistenceHidden,
];
