import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';
import { isKms } from './is-kms';

export const customerKey: Rule = {
  id: 'ecr-customer-key',
  title: 'images are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody but AWS can say who may read the images, or stop it.',
  fix: 'set EncryptionConfiguration to KMS with KmsKey',
  resourceTypes: ['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  check(repository) {
    const encryption = repository.property('EncryptionConfiguration');
    return [
      ...requireLiteral(encryption.at('EncryptionType'), isKms, 'must be KMS'),
      ...requireCustomerKey(encryption.at('KmsKey')),
    ];
  },
};
