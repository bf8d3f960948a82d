import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const subnetNotPublic: Rule = {
  id: 'ec2-subnet-not-public',
  title: 'subnets give out no public addresses',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(a)(2)(vi)'],
  why: 'Everything started in such a subnet can be reached from the internet the day a gateway appears.',
  fix: 'set MapPublicIpOnLaunch and AssignIpv6AddressOnCreation to false, or leave them out',
  resourceTypes: ['AWS::EC2::Subnet'],
  check(subnet) {
    return ['MapPublicIpOnLaunch', 'AssignIpv6AddressOnCreation'].flatMap((name) =>
      allowLiteral(subnet.property(name), (value) => !isTrue(value), 'must not be true'),
    );
  },
};
