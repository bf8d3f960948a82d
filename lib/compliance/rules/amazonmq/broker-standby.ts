import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const brokerStandby: Rule = {
  id: 'amazonmq-broker-standby',
  title: 'brokers have a standby in another zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'One broker in one zone takes orders and results along when it fails.',
  fix: 'set DeploymentMode to ACTIVE_STANDBY_MULTI_AZ or CLUSTER_MULTI_AZ',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    return requireLiteral(
      broker.property('DeploymentMode'),
      (mode) => typeof mode === 'string' && mode.endsWith('_MULTI_AZ'),
      'must be in several zones',
    );
  },
};
