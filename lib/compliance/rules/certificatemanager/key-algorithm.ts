import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Source: ACM user guide, "Key algorithms"; NIST SP 800-131A revision 2 ends RSA of 1024 bits. */
const ALGORITHMS = /^(?:RSA_(?:2048|3072|4096)|EC_(?:prime256v1|secp384r1|secp521r1))$/u;

export const keyAlgorithm: Rule = {
  id: 'certificatemanager-key-algorithm',
  title: 'certificates have keys of at least 2048 bits of RSA, or elliptic curves',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A key of 1024 bits can be broken, and with it everything that was recorded.',
  fix: 'leave KeyAlgorithm at RSA_2048, or set EC_prime256v1',
  resourceTypes: ['AWS::CertificateManager::Certificate'],
  check(certificate) {
    return allowLiteral(
      certificate.property('KeyAlgorithm'),
      (name) => typeof name === 'string' && ALGORITHMS.test(name),
      'must be RSA of at least 2048 bits, or an elliptic curve',
    );
  },
};
