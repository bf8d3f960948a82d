import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const brokerSubnets: Rule = {
  id: 'amazonmq-broker-subnets',
  title: 'brokers are in subnets that somebody chose',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  // Source: Amazon MQ API reference, CreateBroker, subnetIds
  why: 'Without subnets a broker goes to the default VPC, whose subnets are all public.',
  fix: 'set SubnetIds to private subnets',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    return requireSet(broker.property('SubnetIds'), 'must name subnets');
  },
};
