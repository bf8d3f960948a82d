import type { Rule } from '../../rule';
import { accountTakeover } from './account-takeover';
import { adminCreatesUsers } from './admin-creates-users';
import { analyticsExternalId } from './analytics-external-id';
import { analyticsWithoutUsers } from './analytics-without-users';
import { authEventsLogged } from './auth-events-logged';
import { callbackHttps } from './callback-https';
import { clientSecret } from './client-secret';
import { compromisedCredentials } from './compromised-credentials';
import { customerKey } from './customer-key';
import { identityPoolNoClassicFlow } from './identity-pool-no-classic-flow';
import { identityPoolNoGuests } from './identity-pool-no-guests';
import { identityPoolTokenCheck } from './identity-pool-token-check';
import { mfa } from './mfa';
import { mfaRequired } from './mfa-required';
import { mfaWithoutSms } from './mfa-without-sms';
import { newDeviceChallenged } from './new-device-challenged';
import { noImplicitFlow } from './no-implicit-flow';
import { noPasswordFlow } from './no-password-flow';
import { passwordHistory } from './password-history';
import { passwordLength } from './password-length';
import { passwordPolicy } from './password-policy';
import { poolDeletionProtection } from './pool-deletion-protection';
import { poolRetained } from './pool-retained';
import { refreshTokenRotation } from './refresh-token-rotation';
import { threatProtection } from './threat-protection';
import { tokenLifetime } from './token-lifetime';
import { tokenRevocation } from './token-revocation';
import { userExistenceHidden } from './user-existence-hidden';

/** In the order of their ids. */
export const cognitoRules: readonly Rule[] = [
  accountTakeover,
  adminCreatesUsers,
  analyticsExternalId,
  analyticsWithoutUsers,
  authEventsLogged,
  callbackHttps,
  clientSecret,
  compromisedCredentials,
  customerKey,
  identityPoolNoClassicFlow,
  identityPoolNoGuests,
  identityPoolTokenCheck,
  mfa,
  mfaRequired,
  mfaWithoutSms,
  newDeviceChallenged,
  noImplicitFlow,
  noPasswordFlow,
  passwordHistory,
  passwordLength,
  passwordPolicy,
  poolDeletionProtection,
  poolRetained,
  refreshTokenRotation,
  threatProtection,
  tokenLifetime,
  tokenRevocation,
  userExistenceHidden,
];
