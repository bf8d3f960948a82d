import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'networkfirewall-customer-key',
  title: 'firewall rules are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The rules tell which partners and systems there are; a key of your own says who may read them.',
  fix: 'set EncryptionConfiguration.KeyId to a customer-managed key, and Type to CUSTOMER_KMS',
  resourceTypes: [
    'AWS::NetworkFirewall::Firewall',
    'AWS::NetworkFirewall::FirewallPolicy',
    'AWS::NetworkFirewall::RuleGroup',
  ],
  check(resource) {
    return requireCustomerKey(resource.property('EncryptionConfiguration.KeyId'));
  },
};
