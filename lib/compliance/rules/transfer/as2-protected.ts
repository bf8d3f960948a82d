import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const CIPHERS: readonly unknown[] = ['AES128_CBC', 'AES192_CBC', 'AES256_CBC'];
const HASHES: readonly unknown[] = ['SHA256', 'SHA384', 'SHA512'];
const RECEIPTS: readonly unknown[] = [...HASHES, 'DEFAULT'];

export const as2Protected: Rule = {
  id: 'transfer-as2-protected',
  title: 'AS2 messages are encrypted and signed, and so are their receipts',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)', '164.312(c)(2)'],
  profiles: ['hipaa'],
  why: 'A message without a signature may be from anybody; a receipt without one proves nothing.',
  fix: 'set EncryptionAlgorithm to AES256_CBC, SigningAlgorithm to SHA256, and MdnSigningAlgorithm to DEFAULT',
  resourceTypes: ['AWS::Transfer::Connector'],
  check(connector) {
    const as2 = connector.property('As2Config');
    if (!as2.isPresent) return 'not-applicable';
    return [
      ...requireLiteral(
        as2.at('EncryptionAlgorithm'),
        (name) => CIPHERS.includes(name),
        `must be ${CIPHERS.join(', ')}`,
      ),
      ...requireLiteral(
        as2.at('SigningAlgorithm'),
        (name) => HASHES.includes(name),
        `must be ${HASHES.join(', ')}`,
      ),
      ...requireLiteral(
        as2.at('MdnSigningAlgorithm'),
        (name) => RECEIPTS.includes(name),
        `must be ${RECEIPTS.join(', ')}`,
      ),
    ];
  },
};
