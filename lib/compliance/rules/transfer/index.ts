import type { Rule } from '../../rule';
import { as2Protected } from './as2-protected';
import { keysNotPasswords } from './keys-not-passwords';
import { logging } from './logging';
import { privateEndpoint } from './private-endpoint';
import { protocols } from './protocols';
import { securityPolicy } from './security-policy';
import { sessionResumption } from './session-resumption';
import { userHome } from './user-home';
import { userPolicy } from './user-policy';

/** In the order of their ids. */
export const transferRules: readonly Rule[] = [
  as2Protected,
  keysNotPasswords,
  logging,
  privateEndpoint,
  protocols,
  securityPolicy,
  sessionResumption,
  userHome,
  userPolicy,
];
