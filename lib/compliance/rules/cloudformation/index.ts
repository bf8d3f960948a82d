import type { Rule } from '../../rule';
import { nestedStackReadable } from './nested-stack-readable';
import { resourceReadable } from './resource-readable';

/** In the order of their ids. */
export const cloudformationRules: readonly Rule[] = [nestedStackReadable, resourceReadable];
