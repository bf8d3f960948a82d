import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';

export const apiDestinationTls: Rule = {
  id: 'events-api-destination-tls',
  title: 'events leave for other systems over HTTPS, signed in',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'An event over plain HTTP is readable by everybody on its way.',
  fix: 'set InvocationEndpoint to an address with https://, and ConnectionArn',
  resourceTypes: ['AWS::Events::ApiDestination'],
  check(destination) {
    return [
      ...requireValue(
        destination.property('InvocationEndpoint'),
        (value) => {
          const text = textOf(value)?.toLowerCase();
          if (text === undefined || text.startsWith('${')) return undefined;
          return text.startsWith('https://');
        },
        'must start with https://',
      ),
      ...requireValue(destination.property('ConnectionArn'), () => true, 'must name a connection'),
    ];
  },
};
