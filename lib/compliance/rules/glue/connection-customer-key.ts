import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

export const connectionCustomerKey: Rule = {
  id: 'glue-connection-customer-key',
  title: 'connections encrypt credentials with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The credentials open a whole source of records.',
  fix: 'set AuthenticationConfiguration.KmsKeyArn',
  resourceTypes: ['AWS::Glue::Connection'],
  check(connection) {
    const authentication = connection.property('ConnectionInput.AuthenticationConfiguration');
    if (!authentication.isPresent) return 'not-applicable';
    return whereThere(authentication, (each) => requireCustomerKey(each.at('KmsKeyArn')));
  },
};
