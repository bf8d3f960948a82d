import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const transformEncrypted: Rule = {
  id: 'glue-transform-encrypted',
  title: 'machine learning transforms encrypt what they learn from',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa', 'ai'],
  why: 'A transform keeps labelled records of patients to learn from.',
  fix: 'set TransformEncryption.MLUserDataEncryption.MLUserDataEncryptionMode to SSE-KMS',
  resourceTypes: ['AWS::Glue::MLTransform'],
  check(transform) {
    return requireLiteral(
      transform.property('TransformEncryption.MLUserDataEncryption.MLUserDataEncryptionMode'),
      (mode) => mode === 'SSE-KMS',
      'must be SSE-KMS',
    );
  },
};
