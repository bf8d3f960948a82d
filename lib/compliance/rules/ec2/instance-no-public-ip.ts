import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { MACHINE_TYPES, machineOf } from './machine';

const ADDRESSES = ['AssociatePublicIpAddress', 'AssociateCarrierIpAddress'];

export const instanceNoPublicIp: Rule = {
  id: 'ec2-instance-no-public-ip',
  title: 'machines have no public address',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A machine with a public address is one security group away from everybody.',
  fix: 'set AssociatePublicIpAddress of each network interface to false; reach it through a load balancer or Session Manager',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    return machineOf(resource)
      .at('NetworkInterfaces')
      .items()
      .flatMap((card) =>
        ADDRESSES.flatMap((name) =>
          allowLiteral(card.at(name), (value) => !isTrue(value), 'must not be true'),
        ),
      );
  },
};
