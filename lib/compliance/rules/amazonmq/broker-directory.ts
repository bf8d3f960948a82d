import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const brokerDirectory: Rule = {
  id: 'amazonmq-broker-directory',
  title: 'brokers ask a directory who a user is',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(3)(ii)(C)'],
  profiles: ['strict'],
  why: 'Users that live in the broker outlive the people: nobody removes them when somebody leaves.',
  fix: 'set AuthenticationStrategy to LDAP or CONFIG_MANAGED',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    return requireLiteral(
      broker.property('AuthenticationStrategy'),
      (strategy) => typeof strategy === 'string' && strategy.toUpperCase() !== 'SIMPLE',
      'must not be SIMPLE',
    );
  },
};
