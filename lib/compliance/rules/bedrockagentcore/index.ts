import type { Rule } from '../../rule';
import { browserRecorded } from './browser-recorded';
import { browserSigned } from './browser-signed';
import { customerKey } from './customer-key';
import { evaluationPrompt } from './evaluation-prompt';
import { gatewayAuthorizer } from './gateway-authorizer';
import { gatewayErrors } from './gateway-errors';
import { gatewayPolicyEngine } from './gateway-policy-engine';
import { gatewayWafFailure } from './gateway-waf-failure';
import { harnessModelWithinAws } from './harness-model-within-aws';
import { jwtAudience } from './jwt-audience';
import { jwtClaims } from './jwt-claims';
import { jwtNarrow } from './jwt-narrow';
import { memoryExpiry } from './memory-expiry';
import { memoryRetained } from './memory-retained';
import { networkMode } from './network-mode';
import { policyEnforced } from './policy-enforced';
import { policyNotPublic } from './policy-not-public';
import { returnUrl } from './return-url';
import { sessionLifetime } from './session-lifetime';
import { volumeEncrypted } from './volume-encrypted';

/** In the order of their ids. */
export const bedrockagentcoreRules: readonly Rule[] = [
  browserRecorded,
  browserSigned,
  customerKey,
  evaluationPrompt,
  gatewayAuthorizer,
  gatewayErrors,
  gatewayPolicyEngine,
  gatewayWafFailure,
  harnessModelWithinAws,
  jwtAudience,
  jwtClaims,
  jwtNarrow,
  memoryExpiry,
  memoryRetained,
  networkMode,
  policyEnforced,
  policyNotPublic,
  returnUrl,
  sessionLifetime,
  volumeEncrypted,
];
