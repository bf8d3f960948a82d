import type { Rule } from '../../rule';
import { changeProtection } from './change-protection';
import { failsClosed } from './fails-closed';
import { logging } from './logging';
import { multiZone } from './multi-zone';
import { noPublicAi } from './no-public-ai';
import { policyDrops } from './policy-drops';
import { policyHasRules } from './policy-has-rules';
import { revokedCertificates } from './revoked-certificates';

/** In the order of their ids. */
export const networkfirewallRules: readonly Rule[] = [
  changeProtection,
  failsClosed,
  logging,
  multiZone,
  noPublicAi,
  policyDrops,
  policyHasRules,
  revokedCertificates,
];
