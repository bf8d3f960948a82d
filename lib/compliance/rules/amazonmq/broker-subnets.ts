import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const brokerSubnets: Rule = {
  id: 'amazonmq-broker-subnets',
  title: 'brokers are in subnets that somebody chose',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  // Source: CloudFormation reference, AWS::AmazonMQ::Broker, SubnetIds
  why: 'A broker without subnets of yours is in a default subnet, which is public, or one that everybody reaches.',
  fix: 'set SubnetIds to private subnets',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    return requireSet(broker.property('SubnetIds'), 'must name subnets');
  },
};
