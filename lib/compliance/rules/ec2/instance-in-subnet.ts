import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { surelyHas } from '../cloudformation/members';
import { launchTemplatesOf, machineOf, templateOf } from './machine';

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
    const cards = instance.property('NetworkInterfaces');
    const source = templateOf(instance);
    // cards of its own replace those of the launch template
    const isLaunched = source === 'here' && !cards.isPresent;
    const lists = isLaunched
      ? launchTemplatesOf(instance).map((template) => machineOf(template).at('NetworkInterfaces'))
      : [cards];
    const answers = lists.map((list) => surelyHas(list, hasPlace));
    if (answers.every((answer) => answer === true)) return [];
    if (source === 'elsewhere')
      return [unknown(subnet.path, 'is not set; the launch template must name a subnet')];
    return [
      answers.includes(false)
        ? finding(subnet.path, 'is not set: the instance starts in the default VPC')
        : unknown(cards.path, 'cannot be read; one must name a subnet'),
    ];
  },
};

function hasPlace(card: Property): boolean {
  return [card.at('SubnetId'), card.at('NetworkInterfaceId')].some(({ isPresent }) => isPresent);
}
