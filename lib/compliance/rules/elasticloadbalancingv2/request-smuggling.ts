import type { Rule } from '../../rule';
import { allowAttribute } from './attribute';

const MODES = ['defensive', 'strictest'];

export const requestSmuggling: Rule = {
  id: 'elasticloadbalancingv2-request-smuggling',
  title: 'application load balancers hold off requests that were made to be read in two ways',
  severity: 'error',
  controls: ['164.312(e)(2)(i)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'In mode monitor they pass such a request on, and the answer to one patient can reach another; with a web ACL that fails open, so does an attack.',
  fix: 'leave routing.http.desync_mitigation_mode at defensive, or set strictest; leave waf.fail_open.enabled false',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    return [
      ...allowAttribute(
        balancer,
        'routing.http.desync_mitigation_mode',
        (mode) => MODES.includes(mode),
        `must be ${MODES.join(' or ')}`,
      ),
      ...allowAttribute(
        balancer,
        'waf.fail_open.enabled',
        (value) => value.toLowerCase() !== 'true',
        'must not be true',
      ),
    ];
  },
};
