import { at, isObject, listAt, present, textAt } from '../support/json';
import { only, tags, type Readers } from './reader';

export const networkAcl: Readers = {
  'AWS::EC2::NetworkAcl': async (aws, id) => {
    const acl = only(await aws.find('ec2', 'DescribeNetworkAcls', { NetworkAclIds: [id] }), 'NetworkAcls');
    return acl && present({ VpcId: at(acl, 'VpcId'), Tags: tags(listAt(acl, 'Tags')) });
  },

  'AWS::EC2::NetworkAclEntry': async (aws, id, properties) => {
    const NetworkAclIds = [textAt(properties, 'NetworkAclId')];
    const acl = only(await aws.find('ec2', 'DescribeNetworkAcls', { NetworkAclIds }), 'NetworkAcls');
    const [, direction, number] = id.split('|');
    const entry = listAt(acl, 'Entries').find(
      (one) => at(one, 'Egress') === (direction === 'out') && at(one, 'RuleNumber') === Number(number),
    );
    if (!isObject(entry)) return undefined;
    return present({
      CidrBlock: at(entry, 'CidrBlock'),
      Egress: at(entry, 'Egress'),
      NetworkAclId: at(acl, 'NetworkAclId'),
      PortRange: at(entry, 'PortRange'),
      Protocol: Number(textAt(entry, 'Protocol')),
      RuleAction: at(entry, 'RuleAction'),
      RuleNumber: at(entry, 'RuleNumber'),
    });
  },
};
