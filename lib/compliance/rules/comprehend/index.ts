import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { inVpc } from './in-vpc';
import { modelNotPublic } from './model-not-public';

/** In the order of their ids. */
export const comprehendRules: readonly Rule[] = [customerKey, inVpc, modelNotPublic];
