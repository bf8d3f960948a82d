import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { kmsEncrypted } from './kms-encrypted';
import { policyNotPublic } from './policy-not-public';
import { registryScanning } from './registry-scanning';
import { retained } from './retained';
import { scanOnPush } from './scan-on-push';
import { tagsImmutable } from './tags-immutable';

/** In the order of their ids. */
export const ecrRules: readonly Rule[] = [
  customerKey,
  kmsEncrypted,
  policyNotPublic,
  registryScanning,
  retained,
  scanOnPush,
  tagsImmutable,
];
