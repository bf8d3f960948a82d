import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const MODEL = ['ModelKmsKeyId', 'VolumeKmsKeyId'];
const KEYS: PlacesByType = {
  'AWS::Comprehend::DocumentClassifier': [...MODEL, 'OutputDataConfig?.KmsKeyId'],
  'AWS::Comprehend::EntityRecognizer': MODEL,
  'AWS::Comprehend::Flywheel': [
    'DataSecurityConfig.DataLakeKmsKeyId',
    'DataSecurityConfig.ModelKmsKeyId',
    'DataSecurityConfig.VolumeKmsKeyId',
  ],
};

export const customerKey: Rule = {
  id: 'comprehend-customer-key',
  title: 'models of Comprehend, and the disks that train them, are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa', 'ai'],
  why: 'Training copies clinical notes to disks that no key of ours protects, and the model repeats parts of them.',
  fix: 'set the keys of volume, model, output and data lake to a customer-managed key',
  resourceTypes: typesOf(KEYS),
  check(model) {
    return placesByType(model, KEYS).flatMap(requireCustomerKey);
  },
};
