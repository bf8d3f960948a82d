import type { Rule } from '../../rule';
import { retired } from './retired';

/** In the order of their ids. */
export const appmeshRules: readonly Rule[] = [retired];
