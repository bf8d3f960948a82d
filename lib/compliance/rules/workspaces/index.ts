import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { retained } from './retained';
import { volumesEncrypted } from './volumes-encrypted';

/** In the order of their ids. */
export const workspacesRules: readonly Rule[] = [customerKey, retained, volumesEncrypted];
