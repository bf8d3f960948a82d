import type { Rule } from '../../rule';
import { filterNoArchive } from './filter-no-archive';
import { sessionEnabled } from './session-enabled';
import { sessionFrequency } from './session-frequency';

/** In the order of their ids. */
export const macieRules: readonly Rule[] = [filterNoArchive, sessionEnabled, sessionFrequency];
