import { finding, unknown, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const flowLogs = companions(['AWS::EC2::FlowLog'], (log) => log.property('ResourceId'));

export const vpcFlowLogs: Rule = {
  id: 'ec2-vpc-flow-logs',
  title: 'VPCs log all their traffic',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(d)'],
  why: 'Without flow logs nobody can tell what left the network, or who tried to get in.',
  fix: 'add an AWS::EC2::FlowLog for the VPC with TrafficType ALL',
  resourceTypes: ['AWS::EC2::VPC'],
  check(vpc) {
    const traffic = flowLogs(vpc).map((log) => log.property('TrafficType').values);
    if (traffic.some((values) => values.every((value) => value.kind === 'literal' && value.value === 'ALL')))
      return [];
    return [
      traffic.some((values) => values.some((value) => value.kind === 'unknown'))
        ? unknown('Properties', 'has a flow log whose TrafficType cannot be read; it must be ALL')
        : finding('Properties', 'has no flow log of all its traffic'),
    ];
  },
};
