import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { inVpc } from './in-vpc';
import { interactiveOff } from './interactive-off';
import { logged } from './logged';

/** In the order of their ids. */
export const emrserverlessRules: readonly Rule[] = [customerKey, inVpc, interactiveOff, logged];
