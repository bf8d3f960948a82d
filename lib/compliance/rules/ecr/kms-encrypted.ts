import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isKms } from './is-kms';

export const kmsEncrypted: Rule = {
  id: 'ecr-kms-encrypted',
  title: 'images are encrypted through KMS',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.312(b)'],
  profiles: ['strict'],
  why: 'Only the use of a key in KMS is recorded.',
  fix: 'set EncryptionConfiguration.EncryptionType to KMS',
  resourceTypes: ['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  check(repository) {
    return requireLiteral(
      repository.property('EncryptionConfiguration.EncryptionType'),
      isKms,
      'must be KMS; by default it is AES256',
    );
  },
};
