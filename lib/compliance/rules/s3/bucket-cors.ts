import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** `*`, `https://*`, and everything without TLS. */
const isOpen = (origin: string): boolean =>
  !/^https:\/\/[^*]/iu.test(origin) && !/^https:\/\/\*\./iu.test(origin);

export const bucketCors: Rule = {
  id: 's3-bucket-cors',
  title: 'cross-origin rules of buckets name their origins and headers',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'With any origin allowed, any page that a signed-in user opens can read through the browser.',
  fix: 'name https origins in AllowedOrigins, and headers in AllowedHeaders',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return bucket
      .property('CorsConfiguration.CorsRules')
      .items()
      .flatMap((rule) => [
        ...rule
          .at('AllowedOrigins')
          .items()
          .flatMap((origin) =>
            requireLiteral(
              origin,
              (text) => typeof text === 'string' && !isOpen(text),
              'must be an https origin without a wildcard for the host',
            ),
          ),
        ...rule
          .at('AllowedHeaders')
          .items()
          .flatMap((header) => requireLiteral(header, (text) => text !== '*', 'must name a header')),
      ]);
  },
};
