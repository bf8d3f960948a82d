import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

/** What `restrictDefaultSecurityGroup` of the CDK's VPC makes: CloudFormation has no type for it. */
const closers = companions(['Custom::VpcRestrictDefaultSG'], (closer) =>
  closer.property('DefaultSecurityGroupId'),
);

export const vpcDefaultSecurityGroupClosed: Rule = {
  id: 'ec2-vpc-default-security-group-closed',
  title: 'the default security group of a VPC lets nothing through',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Whatever is started without a security group gets the default one, which lets its members reach each other and everything outside.',
  fix: 'set restrictDefaultSecurityGroup: true on the VPC (it makes a Custom::VpcRestrictDefaultSG)',
  resourceTypes: ['AWS::EC2::VPC'],
  check(vpc) {
    return closers(vpc).length > 0
      ? []
      : [finding('Properties', 'nothing empties its default security group')];
  },
};
