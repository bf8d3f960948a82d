import type { Rule } from '../../rule';
import { nestedStackReadable } from './nested-stack-readable';
import { resourceReadable } from './resource-readable';
import { stackRetained } from './stack-retained';

/** In the order of their ids. */
export const cloudformationRules: readonly Rule[] = [nestedStackReadable, resourceReadable, stackRetained];
