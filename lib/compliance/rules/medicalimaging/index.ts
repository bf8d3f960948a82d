import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { datastoreRetained } from './datastore-retained';

/** In the order of their ids. */
export const medicalimagingRules: readonly Rule[] = [customerKey, datastoreRetained];
