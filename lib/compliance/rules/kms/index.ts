import type { Rule } from '../../rule';
import { keyGrantsForServices } from './key-grants-for-services';
import { keyPolicyDuties } from './key-policy-duties';
import { keyPolicyNotPublic } from './key-policy-not-public';
import { keyRetained } from './key-retained';
import { keyRotation } from './key-rotation';

/** In the order of their ids. */
export const kmsRules: readonly Rule[] = [
  keyGrantsForServices,
  keyPolicyDuties,
  keyPolicyNotPublic,
  keyRetained,
  keyRotation,
];
