import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const brokerNotPublic: Rule = {
  id: 'amazonmq-broker-not-public',
  title: 'no broker is reachable from the internet',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A broker with a public address is attacked from the day it starts.',
  fix: 'set PubliclyAccessible to false',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    return allowLiteral(broker.property('PubliclyAccessible'), (value) => !isTrue(value), 'must not be true');
  },
};
