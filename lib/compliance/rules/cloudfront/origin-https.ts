import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { configurationOf, DISTRIBUTION } from './behaviours';

const PROTOCOLS: readonly unknown[] = ['TLSv1.2', 'TLSv1.3'];

export const originHttps: Rule = {
  id: 'cloudfront-origin-https',
  title: 'distributions reach their origins over HTTPS with TLS 1.2 or later',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Between the edge and the origin lies the internet again.',
  fix: 'set OriginProtocolPolicy to https-only, and OriginSSLProtocols to TLSv1.2',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    const configuration = configurationOf(distribution);
    const origins = [
      configuration.at('CustomOrigin'),
      ...configuration
        .at('Origins')
        .items()
        .map((origin) => origin.at('CustomOriginConfig')),
    ];
    return origins
      .filter(({ isPresent }) => isPresent)
      .flatMap((origin) => [
        ...requireLiteral(
          origin.at('OriginProtocolPolicy'),
          (policy) => policy === 'https-only',
          'must be https-only',
        ),
        ...origin
          .at('OriginSSLProtocols')
          .items()
          .flatMap((protocol) =>
            allowLiteral(protocol, (name) => PROTOCOLS.includes(name), 'must be TLSv1.2 or later'),
          ),
      ]);
  },
};
