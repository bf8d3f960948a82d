import type { Rule } from '../../rule';
import { bucketAccessLogged } from './bucket-access-logged';
import { bucketEncryption } from './bucket-encryption';
import { bucketPolicyNotPublic } from './bucket-policy-not-public';
import { bucketPublicAccessBlocked } from './bucket-public-access-blocked';
import { bucketRetained } from './bucket-retained';
import { bucketTlsOnly } from './bucket-tls-only';
import { bucketVersioned } from './bucket-versioned';

/** In the order of their ids. */
export const s3Rules: readonly Rule[] = [
  bucketAccessLogged,
  bucketEncryption,
  bucketPolicyNotPublic,
  bucketPublicAccessBlocked,
  bucketRetained,
  bucketTlsOnly,
  bucketVersioned,
];
