import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const endpointServiceAcceptance: Rule = {
  id: 'ec2-endpoint-service-acceptance',
  title: 'somebody accepts each connection to a service of yours',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Whoever may find the service connects to it, and nobody decided that they should.',
  fix: 'set AcceptanceRequired to true',
  resourceTypes: ['AWS::EC2::VPCEndpointService'],
  check(service) {
    return requireLiteral(service.property('AcceptanceRequired'), isTrue, 'must be true');
  },
};
