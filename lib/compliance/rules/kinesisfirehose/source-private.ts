import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const sourcePrivate: Rule = {
  id: 'kinesisfirehose-source-private',
  title: 'delivery streams read from their source in private, over TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'A whole topic or database would cross the internet, or the network in the clear.',
  fix: 'set Connectivity to PRIVATE and SSLMode to Enabled',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    return [
      ...allowLiteral(
        stream.property('MSKSourceConfiguration.AuthenticationConfiguration.Connectivity'),
        (value) => value === 'PRIVATE',
        'must be PRIVATE',
      ),
      ...allowLiteral(
        stream.property('DatabaseSourceConfiguration.SSLMode'),
        (value) => value === 'Enabled',
        'must be Enabled',
      ),
    ];
  },
};
