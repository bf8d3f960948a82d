import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requirePresent } from '../cloudformation/set';

export const responseHeaders: Rule = {
  id: 'cloudfront-response-headers',
  title: 'answers tell browsers to stay with HTTPS, and other sites to stay out',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Without Strict-Transport-Security the first request of a visit can be caught in clear text; with origin * any page reads the answers.',
  fix: 'set SecurityHeadersConfig.StrictTransportSecurity, and name origins in CorsConfig',
  resourceTypes: ['AWS::CloudFront::ResponseHeadersPolicy'],
  check(policy) {
    const configuration = policy.property('ResponseHeadersPolicyConfig');
    const cors = configuration.at('CorsConfig');
    return [
      ...requirePresent(configuration.at('SecurityHeadersConfig.StrictTransportSecurity'), 'must be set'),
      ...cors
        .at('AccessControlAllowOrigins.Items')
        .items()
        .flatMap((origin) => allowLiteral(origin, (name) => name !== '*', 'must not be *')),
      ...allowLiteral(
        cors.at('AccessControlAllowCredentials'),
        (value) => !isTrue(value),
        'must not be true',
      ),
    ];
  },
};
