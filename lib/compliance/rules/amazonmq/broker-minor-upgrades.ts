import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const brokerMinorUpgrades: Rule = {
  id: 'amazonmq-broker-minor-upgrades',
  title: 'brokers take minor versions by themselves',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(4)'],
  why: 'A hole that has a patch is the one that attackers use.',
  fix: 'set AutoMinorVersionUpgrade to true',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    return requireLiteral(broker.property('AutoMinorVersionUpgrade'), isTrue, 'must be true');
  },
};
