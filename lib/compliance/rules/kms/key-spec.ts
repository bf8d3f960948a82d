import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Left out are secp256k1 and SM2. Source: KMS developer guide, "Key spec reference"; NIST SP 800-186. */
const APPROVED = /^(?:SYMMETRIC_DEFAULT|(?:RSA|ECC_NIST|HMAC|ML_DSA)_\w+)$/u;

export const keySpec: Rule = {
  id: 'kms-key-spec',
  title: 'keys are of a kind that NIST approves',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Only encryption that follows NIST makes PHI secured in the sense of the Breach Notification Rule.',
  fix: 'use SYMMETRIC_DEFAULT, RSA, ECC_NIST, HMAC or ML_DSA',
  resourceTypes: ['AWS::KMS::Key'],
  check(key) {
    return allowLiteral(
      key.property('KeySpec'),
      (spec) => typeof spec === 'string' && APPROVED.test(spec),
      'must be a kind that NIST approves',
    );
  },
};
