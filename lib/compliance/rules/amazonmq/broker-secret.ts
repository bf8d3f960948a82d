import type { Rule } from '../../rule';
import { requireHidden } from '../kinesisfirehose/secret-text';

export const brokerSecret: Rule = {
  id: 'amazonmq-broker-secret',
  title: 'brokers hold no password in the template',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A password in a template is readable by everybody who may see the stack, for as long as the stack has a history.',
  fix: 'use a dynamic reference to Secrets Manager for Password',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    const users = broker.property('Users').items();
    return [
      ...users.flatMap((user) => requireHidden(broker, `${user.path.slice('Properties.'.length)}.Password`)),
      ...requireHidden(broker, 'LdapServerMetadata.ServiceAccountPassword'),
    ];
  },
};
