import type { Rule } from '../../rule';
import { profileNamesMachine } from './profile-names-machine';
import { profileSession } from './profile-session';
import { trustAnchorPrivateCa } from './trust-anchor-private-ca';

/** In the order of their ids. */
export const rolesanywhereRules: readonly Rule[] = [
  profileNamesMachine,
  profileSession,
  trustAnchorPrivateCa,
];
