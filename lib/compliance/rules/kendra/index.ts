import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { databaseInVpc } from './database-in-vpc';
import { indexRetained } from './index-retained';
import { userContext } from './user-context';

/** In the order of their ids. */
export const kendraRules: readonly Rule[] = [customerKey, databaseInVpc, indexRetained, userContext];
