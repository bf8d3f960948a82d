import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const egressInVpc: Rule = {
  id: 'apprunner-egress-in-vpc',
  title: 'web services talk to others through a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Outside a VPC a service talks to the whole internet, past every endpoint policy and flow log.',
  fix: 'set EgressConfiguration to EgressType VPC with a VpcConnectorArn',
  resourceTypes: ['AWS::AppRunner::Service'],
  check(service) {
    const egress = service.property('NetworkConfiguration.EgressConfiguration');
    return [
      ...requireLiteral(egress.at('EgressType'), (type) => type === 'VPC', 'must be VPC'),
      ...requireSet(egress.at('VpcConnectorArn'), 'must name a connector'),
    ];
  },
};
