import type { Rule } from '../../rule';
import { archiveRuleNotPublic } from './archive-rule-not-public';

/** In the order of their ids. */
export const accessanalyzerRules: readonly Rule[] = [archiveRuleNotPublic];
