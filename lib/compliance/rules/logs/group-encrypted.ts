import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

/** CloudWatch Logs encrypts under a key of its own when nothing is said: hence beyond the law. */

export const groupEncrypted: Rule = {
  id: 'logs-group-encrypted',
  title: 'log groups are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Logs of a health application tend to hold PHI; under a key of AWS nobody can withdraw access to them.',
  fix: 'set KmsKeyId to the ARN of a customer-managed key whose policy lets CloudWatch Logs use it',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    // it takes no key of AWS, and none that is empty: one that only the account knows is the customer's
    return requireCustomerKey(group.property('KmsKeyId')).filter(({ verdict }) => verdict === 'finding');
  },
};
