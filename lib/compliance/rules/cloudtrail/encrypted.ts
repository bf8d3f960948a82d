import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const encrypted: Rule = {
  id: 'cloudtrail-encrypted',
  title: 'trails encrypt what they deliver with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The record names patients through object keys and parameters; a key of your own says who may read it.',
  fix: 'set KMSKeyId to a customer-managed key whose policy lets this trail use it',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireCustomerKey(trail.property('KMSKeyId'));
  },
};
