import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireSet } from '../cloudformation/set';

export const serviceInVpc: Rule = {
  id: 'ecs-service-in-vpc',
  title: 'services say in which subnets and groups their tasks run',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Otherwise tasks share the interface of their instance, and every port that its security group opens for others.',
  fix: 'set AwsvpcConfiguration of NetworkConfiguration with Subnets and SecurityGroups',
  resourceTypes: ['AWS::ECS::Service'],
  check(service) {
    // ECS Anywhere knows no VPC
    if (accepts(service.property('LaunchType'), (type) => type === 'EXTERNAL')) return 'not-applicable';
    const network = service.property('NetworkConfiguration.AwsvpcConfiguration');
    return [
      ...requireSet(network.at('Subnets'), 'must name subnets'),
      ...requireSet(network.at('SecurityGroups'), 'must name security groups'),
    ];
  },
};
