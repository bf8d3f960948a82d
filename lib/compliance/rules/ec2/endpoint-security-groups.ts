import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';

export const endpointSecurityGroups: Rule = {
  id: 'ec2-endpoint-security-groups',
  title: 'interface endpoints have a security group of their own',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without one the default group of the VPC decides who reaches the endpoint, with everybody else who has no group.',
  fix: 'set SecurityGroupIds to a group that lets in port 443 from the workloads that call the service',
  resourceTypes: ['AWS::EC2::VPCEndpoint'],
  check(endpoint) {
    const isOther = accepts(endpoint.property('VpcEndpointType'), (type) => type !== 'Interface');
    return isOther === true
      ? 'not-applicable'
      : requirePresent(endpoint.property('SecurityGroupIds'), 'must name a security group');
  },
};
