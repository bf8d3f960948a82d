import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const catalogCustomerKey: Rule = {
  id: 'glue-catalog-customer-key',
  title: 'the data catalog is encrypted with customer-managed keys',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'A key of AWS can be withdrawn from nobody.',
  fix: 'set SseAwsKmsKeyId and ConnectionPasswordEncryption.KmsKeyId',
  resourceTypes: ['AWS::Glue::DataCatalogEncryptionSettings'],
  check(catalog) {
    const encryption = catalog.property('DataCatalogEncryptionSettings');
    return [
      ...requireCustomerKey(encryption.at('EncryptionAtRest.SseAwsKmsKeyId')),
      ...requireCustomerKey(encryption.at('ConnectionPasswordEncryption.KmsKeyId')),
    ];
  },
};
