import type { Rule } from '../../rule';
import { guardrailEncrypted } from './guardrail-encrypted';
import { guardrailPii } from './guardrail-pii';
import { guardrailPromptAttack } from './guardrail-prompt-attack';

/** In the order of their ids. */
export const bedrockRules: readonly Rule[] = [guardrailEncrypted, guardrailPii, guardrailPromptAttack];
