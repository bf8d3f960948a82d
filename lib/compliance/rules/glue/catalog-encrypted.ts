import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const catalogEncrypted: Rule = {
  id: 'glue-catalog-encrypted',
  title: 'the data catalog and passwords in it are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'The catalog holds sample values and the passwords of every source.',
  fix: 'set CatalogEncryptionMode to SSE-KMS and ReturnConnectionPasswordEncrypted to true',
  resourceTypes: ['AWS::Glue::DataCatalogEncryptionSettings'],
  check(catalog) {
    const encryption = catalog.property('DataCatalogEncryptionSettings');
    return [
      ...requireLiteral(
        encryption.at('EncryptionAtRest.CatalogEncryptionMode'),
        (mode) => typeof mode === 'string' && mode.startsWith('SSE-KMS'),
        'must be SSE-KMS',
      ),
      ...requireLiteral(
        encryption.at('ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted'),
        isTrue,
        'must be true',
      ),
    ];
  },
};
