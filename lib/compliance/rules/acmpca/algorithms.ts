import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Of a CA that lives for years. Source: NIST SP 800-57 part 1 revision 5; FIPS 204 for ML-DSA. */
const KEYS = /^(?:RSA_(?:3072|4096)|EC_(?:prime256v1|secp384r1|secp521r1)|ML_DSA_(?:44|65|87))$/u;
const SIGNATURES = /^(?:SHA(?:256|384|512)WITH(?:RSA|ECDSA)|ML_DSA_(?:44|65|87))$/u;

export const algorithms: Rule = {
  id: 'acmpca-algorithms',
  title: 'private CAs sign with keys and hashes that last as long as they do',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(c)(2)'],
  profiles: ['strict'],
  why: 'A CA lives for a decade; NIST ends RSA of 2048 bits in 2030, and SHA-1 is broken.',
  fix: 'set KeyAlgorithm to EC_prime256v1, EC_secp384r1 or RSA_4096, and SigningAlgorithm to SHA256 or longer',
  resourceTypes: ['AWS::ACMPCA::CertificateAuthority'],
  check(authority) {
    return [
      ...requireLiteral(
        authority.property('KeyAlgorithm'),
        (name) => typeof name === 'string' && KEYS.test(name),
        'must be an elliptic curve, or RSA of more than 2048 bits',
      ),
      ...requireLiteral(
        authority.property('SigningAlgorithm'),
        (name) => typeof name === 'string' && SIGNATURES.test(name),
        'must use SHA-256 or longer',
      ),
    ];
  },
};
