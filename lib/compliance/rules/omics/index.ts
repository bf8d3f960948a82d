import type { Rule } from '../../rule';
import { accessLogged } from './access-logged';
import { customerKey } from './customer-key';
import { policyNotPublic } from './policy-not-public';
import { storeRetained } from './store-retained';

/** In the order of their ids. */
export const omicsRules: readonly Rule[] = [accessLogged, customerKey, policyNotPublic, storeRetained];
