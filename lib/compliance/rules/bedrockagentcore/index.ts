import type { Rule } from '../../rule';
import { browserRecorded } from './browser-recorded';
import { customerKey } from './customer-key';
import { gatewayAuthorizer } from './gateway-authorizer';
import { gatewayErrors } from './gateway-errors';
import { gatewayPolicyEngine } from './gateway-policy-engine';
import { gatewayWafFailure } from './gateway-waf-failure';
import { harnessModelWithinAws } from './harness-model-within-aws';
import { jwtAudience } from './jwt-audience';
import { memoryExpiry } from './memory-expiry';
import { networkMode } from './network-mode';
import { policyNotPublic } from './policy-not-public';
import { returnUrl } from './return-url';
import { sessionLifetime } from './session-lifetime';
import { volumeEncrypted } from './volume-encrypted';

/** In the order of their ids. */
export const bedrockagentcoreRules: readonly Rule[] = [
  browserRecorded,
  customerKey,
  gatewayAuthorizer,
  gatewayErrors,
  gatewayPolicyEngine,
  gatewayWafFailure,
  harnessModelWithinAws,
  jwtAudience,
  memoryExpiry,
  networkMode,
  policyNotPublic,
  returnUrl,
  sessionLifetime,
  volumeEncrypted,
];
