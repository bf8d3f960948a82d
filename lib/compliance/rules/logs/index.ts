import type { Rule } from '../../rule';
import { groupEncrypted } from './group-encrypted';
import { groupRetained } from './group-retained';
import { groupRetention } from './group-retention';

/** In the order of their ids. */
export const logsRules: readonly Rule[] = [groupEncrypted, groupRetained, groupRetention];
