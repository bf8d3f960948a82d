import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { LISTENER } from './listener';

export const redirectsEncrypted: Rule = {
  id: 'elasticloadbalancingv2-redirects-encrypted',
  title: 'load balancers redirect nobody to a plain connection',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'A client that came encrypted repeats its request in clear text, with all that is in the address.',
  fix: 'set RedirectConfig.Protocol to HTTPS',
  resourceTypes: [LISTENER, 'AWS::ElasticLoadBalancingV2::ListenerRule'],
  check(resource) {
    const actions = resource.property(resource.type === LISTENER ? 'DefaultActions' : 'Actions');
    return actions
      .items()
      .filter((action) => accepts(action.at('Type'), (type) => type !== 'redirect') !== true)
      .flatMap((action) =>
        allowLiteral(action.at('RedirectConfig.Protocol'), (value) => value !== 'HTTP', 'must not be HTTP'),
      );
  },
};
