import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'cassandra-customer-key',
  title: 'tables of Keyspaces are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key that AWS owns nobody can withdraw access to the rows or see who used the key.',
  fix: 'set EncryptionSpecification to CUSTOMER_MANAGED_KMS_KEY with a KmsKeyIdentifier',
  resourceTypes: ['AWS::Cassandra::Table'],
  check(table) {
    const encryption = table.property('EncryptionSpecification');
    return [
      ...requireLiteral(
        encryption.at('EncryptionType'),
        isOneOf('CUSTOMER_MANAGED_KMS_KEY'),
        'must be CUSTOMER_MANAGED_KMS_KEY',
      ),
      ...requireCustomerKey(encryption.at('KmsKeyIdentifier')),
    ];
  },
};
