import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const KEYS: PlacesByType = {
  'AWS::HealthLake::DataTransformationProfile': ['KmsKeyId'],
  'AWS::HealthLake::FHIRDatastore': ['SseConfiguration.KmsEncryptionConfig.KmsKeyId'],
};

export const customerKey: Rule = {
  id: 'healthlake-customer-key',
  title: 'stores of health records are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'Under a key of AWS nobody can see, limit or withdraw who reads whole records of patients.',
  fix: 'set KmsKeyId to a customer-managed key, with CmkType CUSTOMER_MANAGED_KMS_KEY; a store must be made anew for it',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return [
      ...placesByType(resource, KEYS).flatMap(requireCustomerKey),
      ...allowLiteral(
        resource.property('SseConfiguration.KmsEncryptionConfig.CmkType'),
        (type) => type === 'CUSTOMER_MANAGED_KMS_KEY',
        'must be CUSTOMER_MANAGED_KMS_KEY',
      ),
    ];
  },
};
