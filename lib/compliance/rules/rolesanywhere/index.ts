import type { Rule } from '../../rule';
import { profileInstanceProperties } from './profile-instance-properties';
import { profileNamesMachine } from './profile-names-machine';
import { profileNoBroadPolicy } from './profile-no-broad-policy';
import { profileSession } from './profile-session';
import { trustAnchorPrivateCa } from './trust-anchor-private-ca';

/** In the order of their ids. */
export const rolesanywhereRules: readonly Rule[] = [
  profileInstanceProperties,
  profileNamesMachine,
  profileNoBroadPolicy,
  profileSession,
  trustAnchorPrivateCa,
];
