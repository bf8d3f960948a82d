import { finding, type Rule } from '../../rule';

/** What the CDK writes when it looks up zones without an account. */
const PLACEHOLDER = 'dummy';

export const subnetNamesZone: Rule = {
  id: 'ec2-subnet-names-zone',
  title: 'subnets lie in zones that exist',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(B)'],
  profiles: ['strict'],
  why: 'The CDK invents zones when it synthesizes without an account; such a stack fails on the day it is needed.',
  fix: 'name the Availability Zones in the settings of the VPC',
  resourceTypes: ['AWS::EC2::Subnet'],
  check(subnet) {
    const zone = subnet.property('AvailabilityZone');
    return zone.texts().some((name) => name.startsWith(PLACEHOLDER))
      ? [finding(zone.path, 'is a placeholder of the CDK, not a zone')]
      : [];
  },
};
