import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isAlways, isOneOf } from '../cloudformation/certainty';

/** Engines without `SslMode`: AWS services over HTTPS, and those with a protocol of their own. */
const WITHOUT_MODE = [
  'dynamodb',
  'elasticsearch',
  'kafka',
  'kinesis',
  'neptune',
  'opensearch',
  'redis',
  'redshift',
  'redshift-serverless',
  's3',
];

export const endpointTls: Rule = {
  id: 'dms-endpoint-tls',
  title: 'migration endpoints speak TLS with their databases',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Whole tables cross the network; without TLS every row of them is readable.',
  fix: 'set SslMode to require, verify-ca or verify-full; for Kafka and Redis set the security protocol',
  resourceTypes: ['AWS::DMS::Endpoint'],
  check(endpoint) {
    const engine = endpoint.property('EngineName');
    return [
      ...(isAlways(engine, isOneOf(...WITHOUT_MODE))
        ? []
        : requireLiteral(
            endpoint.property('SslMode'),
            isOneOf('require', 'verify-ca', 'verify-full'),
            'must not be none',
          )),
      ...allowLiteral(
        endpoint.property('KafkaSettings.SecurityProtocol'),
        isOneOf('ssl-authentication', 'ssl-encryption', 'sasl-ssl'),
        'must be one with ssl',
      ),
      ...allowLiteral(
        endpoint.property('RedisSettings.SslSecurityProtocol'),
        isOneOf('ssl-encryption'),
        'must be ssl-encryption',
      ),
    ];
  },
};
