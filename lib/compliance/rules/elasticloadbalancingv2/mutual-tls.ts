import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';
import { LISTENER } from './listener';

export const mutualTls: Rule = {
  id: 'elasticloadbalancingv2-mutual-tls',
  title: 'listeners ask clients for a certificate and verify it',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A token can be stolen and used from anywhere; the key of a client certificate stays with the client.',
  fix: 'set MutualAuthentication with Mode verify and a TrustStoreArn, and leave IgnoreClientCertificateExpiry false',
  resourceTypes: [LISTENER],
  check(listener) {
    const isOther = accepts(listener.property('Protocol'), (protocol) => protocol !== 'HTTPS');
    if (isOther === true) return 'not-applicable';
    const mutual = listener.property('MutualAuthentication');
    return [
      ...requireLiteral(mutual.at('Mode'), (mode) => mode === 'verify', 'must be verify'),
      ...requirePresent(mutual.at('TrustStoreArn'), 'must name a trust store'),
      ...allowLiteral(
        mutual.at('IgnoreClientCertificateExpiry'),
        (value) => !isTrue(value),
        'must not be true',
      ),
    ];
  },
};
