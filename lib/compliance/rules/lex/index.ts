import type { Rule } from '../../rule';
import { conversationLogged } from './conversation-logged';
import { errorsLogged } from './errors-logged';
import { idleSession } from './idle-session';
import { modelGuardrail } from './model-guardrail';
import { policyNotPublic } from './policy-not-public';
import { recordingKey } from './recording-key';
import { slotObfuscation } from './slot-obfuscation';

/** In the order of their ids. */
export const lexRules: readonly Rule[] = [
  conversationLogged,
  errorsLogged,
  idleSession,
  modelGuardrail,
  policyNotPublic,
  recordingKey,
  slotObfuscation,
];
