import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const KEYS: PlacesByType = {
  'AWS::HealthImaging::Datastore': ['KmsKeyArn'],
};

export const customerKey: Rule = {
  id: 'medicalimaging-customer-key',
  title: 'stores of medical images are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'Under a key of AWS nobody can see, limit or withdraw who reads the images of patients.',
  fix: 'set KmsKeyArn to a customer-managed key; a store must be made anew for it',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
