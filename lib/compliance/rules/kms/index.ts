import type { Rule } from '../../rule';
import { aliasOwnName } from './alias-own-name';
import { keyAttestation } from './key-attestation';
import { keyEnabled } from './key-enabled';
import { keyGrantsForServices } from './key-grants-for-services';
import { keyManualRotation } from './key-manual-rotation';
import { keyOneRegion } from './key-one-region';
import { keyOrigin } from './key-origin';
import { keyPolicyBoundServices } from './key-policy-bound-services';
import { keyPolicyDuties } from './key-policy-duties';
import { keyPolicyKnownAccounts } from './key-policy-known-accounts';
import { keyPolicyNoNotAction } from './key-policy-no-not-action';
import { keyPolicyNoNotPrincipal } from './key-policy-no-not-principal';
import { keyPolicyNoWildcardAction } from './key-policy-no-wildcard-action';
import { keyPolicyNotPublic } from './key-policy-not-public';
import { keyRetained } from './key-retained';
import { keyRotation } from './key-rotation';
import { keySpec } from './key-spec';

/** In the order of their ids. */
export const kmsRules: readonly Rule[] = [
  aliasOwnName,
  keyAttestation,
  keyEnabled,
  keyGrantsForServices,
  keyManualRotation,
  keyOneRegion,
  keyOrigin,
  keyPolicyBoundServices,
  keyPolicyDuties,
  keyPolicyKnownAccounts,
  keyPolicyNoNotAction,
  keyPolicyNoNotPrincipal,
  keyPolicyNoWildcardAction,
  keyPolicyNotPublic,
  keyRetained,
  keyRotation,
  keySpec,
];
