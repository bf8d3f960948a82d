import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const streamCustomerKey: Rule = {
  id: 'kinesis-stream-customer-key',
  title: 'streams encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The key of AWS opens to everybody in the account who may read the stream.',
  fix: 'set StreamEncryption.KeyId to a customer-managed key',
  resourceTypes: ['AWS::Kinesis::Stream'],
  check(stream) {
    return requireCustomerKey(stream.property('StreamEncryption.KeyId'));
  },
};
