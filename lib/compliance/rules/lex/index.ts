import type { Rule } from '../../rule';
import { idleSession } from './idle-session';
import { policyNotPublic } from './policy-not-public';
import { recordingKey } from './recording-key';
import { slotObfuscation } from './slot-obfuscation';

/** In the order of their ids. */
export const lexRules: readonly Rule[] = [idleSession, policyNotPublic, recordingKey, slotObfuscation];
