import { finding, unknown, type Rule } from '../../rule';
import { surelyHas } from '../cloudformation/members';
import { templateOf } from './machine';

export const instanceInSubnet: Rule = {
  id: 'ec2-instance-in-subnet',
  title: 'instances name the subnet they run in',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Without a subnet an instance starts in the default VPC, whose subnets are public.',
  fix: 'set SubnetId, or SubnetId or NetworkInterfaceId of the first network interface',
  resourceTypes: ['AWS::EC2::Instance'],
  check(instance) {
    const subnet = instance.property('SubnetId');
    if (subnet.values.every(({ kind }) => kind !== 'absent')) return [];
    const hasPlace = surelyHas(instance.property('NetworkInterfaces'), (card) =>
      [card.at('SubnetId'), card.at('NetworkInterfaceId')].some(({ isPresent }) => isPresent),
    );
    if (hasPlace === true) return [];
    if (hasPlace === undefined)
      return [unknown('Properties.NetworkInterfaces', 'cannot be read; one must name a subnet')];
    switch (templateOf(instance)) {
      case 'none':
        return [finding(subnet.path, 'is not set: the instance starts in the default VPC')];
      case 'here':
      case 'elsewhere':
        return [unknown(subnet.path, 'is not set; the launch template must name a subnet')];
    }
  },
};
