import type { Rule } from '../../rule';
import { environmentEncrypted } from './environment-encrypted';
import { inVpc } from './in-vpc';
import { logGroupDeclared } from './log-group-declared';
import { notPublic } from './not-public';

/** In the order of their ids. */
export const lambdaRules: readonly Rule[] = [environmentEncrypted, inVpc, logGroupDeclared, notPublic];
