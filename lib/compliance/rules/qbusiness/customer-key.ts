import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const KEYS: PlacesByType = {
  'AWS::QBusiness::Application': ['EncryptionConfiguration.KmsKeyId'],
};

export const customerKey: Rule = {
  id: 'qbusiness-customer-key',
  title: 'applications are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'Conversations and the documents behind them hold PHI; under a key of AWS nobody can see or withdraw its use.',
  fix: 'set EncryptionConfiguration.KmsKeyId to a customer-managed key; an application must be made anew for it',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
