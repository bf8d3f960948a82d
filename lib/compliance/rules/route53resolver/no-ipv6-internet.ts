import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const noIpv6Internet: Rule = {
  id: 'route53resolver-no-ipv6-internet',
  title: 'resolver endpoints do not answer the internet by IPv6',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'The endpoint knows the private names of the network and would tell them to everybody.',
  fix: 'leave Ipv6InternetAccessEnabled out, or set it to false',
  resourceTypes: ['AWS::Route53Resolver::ResolverEndpoint'],
  check(endpoint) {
    return allowLiteral(
      endpoint.property('Ipv6InternetAccessEnabled'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
