import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

const isRabbitMq = (engine: unknown): boolean =>
  typeof engine === 'string' && engine.toUpperCase() === 'RABBITMQ';

export const brokerLogged: Rule = {
  id: 'amazonmq-broker-logged',
  title: 'brokers log who does what',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'Without logs nobody can tell who connected, or who changed a queue.',
  fix: 'set General to true in Logs, and Audit for ActiveMQ',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    const logs = broker.property('Logs');
    const isRabbit = accepts(broker.property('EngineType'), isRabbitMq) === true;
    return [
      ...requireLiteral(logs.at('General'), isTrue, 'must be true'),
      // RabbitMQ has no audit log
      ...(isRabbit ? [] : requireLiteral(logs.at('Audit'), isTrue, 'must be true')),
    ];
  },
};
