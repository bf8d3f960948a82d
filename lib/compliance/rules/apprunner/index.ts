import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { egressInVpc } from './egress-in-vpc';
import { notPublic } from './not-public';
import { observed } from './observed';

/** In the order of their ids. */
export const apprunnerRules: readonly Rule[] = [customerKey, egressInVpc, notPublic, observed];
