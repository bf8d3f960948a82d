import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requirePresent } from '../cloudformation/set';
import { configurationOf, DISTRIBUTION } from './behaviours';

export const mutualTls: Rule = {
  id: 'cloudfront-mutual-tls',
  title: 'distributions ask viewers for a certificate, and show one to their origins',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A token can be stolen and used from anywhere; the key of a certificate stays with its holder.',
  fix: 'set ViewerMtlsConfig with a TrustStoreConfig, and OriginMtlsConfig of each custom origin',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    const configuration = configurationOf(distribution);
    const viewer = configuration.at('ViewerMtlsConfig');
    const origins = configuration
      .at('Origins')
      .items()
      .map((origin) => origin.at('CustomOriginConfig'))
      .filter(({ isPresent }) => isPresent);
    return [
      ...requirePresent(viewer.at('TrustStoreConfig.TrustStoreId'), 'must name a trust store'),
      ...allowLiteral(
        viewer.at('TrustStoreConfig.IgnoreCertificateExpiry'),
        (value) => !isTrue(value),
        'must not be true',
      ),
      ...origins.flatMap((origin) =>
        requirePresent(origin.at('OriginMtlsConfig'), 'must name a client certificate'),
      ),
    ];
  },
};
