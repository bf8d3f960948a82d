import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

export const connectionTls: Rule = {
  id: 'glue-connection-tls',
  title: 'connections to databases refuse to go without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'The default lets a job read a whole database over a connection that is not encrypted.',
  fix: "set JDBC_ENFORCE_SSL to 'true' in ConnectionProperties (KAFKA_SSL_ENABLED is on by default)",
  resourceTypes: ['AWS::Glue::Connection'],
  check(connection) {
    const input = connection.property('ConnectionInput');
    const properties = input.at('ConnectionProperties');
    const isOther =
      accepts(input.at('ConnectionType'), (type) => type !== undefined && type !== 'JDBC') === true;
    return [
      ...(isOther && !properties.at('JDBC_CONNECTION_URL').isPresent
        ? []
        : requireLiteral(properties.at('JDBC_ENFORCE_SSL'), isTrue, 'must be true')),
      ...allowLiteral(properties.at('KAFKA_SSL_ENABLED'), isTrue, 'must be true'),
    ];
  },
};
