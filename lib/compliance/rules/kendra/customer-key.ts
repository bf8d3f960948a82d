import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const KEYS: PlacesByType = {
  'AWS::Kendra::Index': ['ServerSideEncryptionConfiguration.KmsKeyId'],
};

export const customerKey: Rule = {
  id: 'kendra-customer-key',
  title: 'indexes are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'An index holds the text of every document; under a key of AWS nobody can see or withdraw its use.',
  fix: 'set ServerSideEncryptionConfiguration.KmsKeyId to a customer-managed key; an index must be made anew for it',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
