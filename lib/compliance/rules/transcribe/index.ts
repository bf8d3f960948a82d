import type { Rule } from '../../rule';
import { outputEncrypted } from './output-encrypted';

/** In the order of their ids. */
export const transcribeRules: readonly Rule[] = [outputEncrypted];
