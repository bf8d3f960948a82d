import type { Rule } from '../../rule';
import { encrypted } from './encrypted';
import { subnetGroup } from './subnet-group';
import { tls } from './tls';

/** In the order of their ids. */
export const daxRules: readonly Rule[] = [encrypted, subnetGroup, tls];
