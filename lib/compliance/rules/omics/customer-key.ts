import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const KEYS: PlacesByType = {
  'AWS::Omics::AnnotationStore': ['SseConfig.KeyArn'],
  'AWS::Omics::ReferenceStore': ['SseConfig.KeyArn'],
  'AWS::Omics::SequenceStore': ['SseConfig.KeyArn'],
  'AWS::Omics::VariantStore': ['SseConfig.KeyArn'],
};

export const customerKey: Rule = {
  id: 'omics-customer-key',
  title: 'stores of sequences and variants are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'A genome identifies its owner and his family for good; under a key of AWS nobody can withdraw who reads it.',
  fix: 'set SseConfig to Type KMS and KeyArn to a customer-managed key; a store must be made anew for it',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
