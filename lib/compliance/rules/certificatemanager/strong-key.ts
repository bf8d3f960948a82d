import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const ALGORITHMS = /^(?:RSA_(?:3072|4096)|EC_(?:prime256v1|secp384r1|secp521r1))$/u;

export const strongKey: Rule = {
  id: 'certificatemanager-strong-key',
  title: 'certificates have keys for the years after 2030',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(d)'],
  profiles: ['strict'],
  // Source: NIST SP 800-57 part 1 revision 5, table 4: 112 bits of security are disallowed after 2030
  why: 'NIST ends RSA of 2048 bits, the default, in 2030; medical records that are recorded today are still worth reading then.',
  fix: 'set KeyAlgorithm to EC_prime256v1, EC_secp384r1 or RSA_4096',
  resourceTypes: ['AWS::CertificateManager::Certificate'],
  check(certificate) {
    return requireLiteral(
      certificate.property('KeyAlgorithm'),
      (name) => typeof name === 'string' && ALGORITHMS.test(name),
      'must be an elliptic curve, or RSA of more than 2048 bits',
    );
  },
};
