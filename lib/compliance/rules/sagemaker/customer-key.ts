import type { Rule } from '../../rule';
import { placesByType, typesOf } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';
import { KEY_PLACES } from './key-places';

export const customerKey: Rule = {
  id: 'sagemaker-customer-key',
  title: 'disks, outputs and stores of SageMaker are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'Under a key of AWS nobody can see, limit or withdraw who reads the data that models learn from.',
  fix: 'set each key to a customer-managed key',
  resourceTypes: typesOf(KEY_PLACES),
  check(resource) {
    return placesByType(resource, KEY_PLACES).flatMap(requireCustomerKey);
  },
};
