import type { Rule } from '../../rule';
import { filterNoSuppression } from './filter-no-suppression';

/** In the order of their ids. */
export const inspectorRules: readonly Rule[] = [filterNoSuppression];
