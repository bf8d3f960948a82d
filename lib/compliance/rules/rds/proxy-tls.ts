import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const proxyTls: Rule = {
  id: 'rds-proxy-tls',
  title: 'proxies refuse connections without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Rows would cross the network readable between the client and the proxy.',
  fix: 'set RequireTLS to true',
  resourceTypes: ['AWS::RDS::DBProxy'],
  check(proxy) {
    return requireLiteral(proxy.property('RequireTLS'), isTrue, 'must be true');
  },
};
