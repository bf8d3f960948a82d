import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const HTTPS = 443;

/** What may talk to what: workloads to interface endpoints by HTTPS, and to ranges that are named. */
export interface WorkloadGroups {
  readonly workloadSecurityGroup: ec2.SecurityGroup;
  readonly endpointSecurityGroup: ec2.SecurityGroup;
}

/**
 * Makes both groups as children of a network.
 * @param calledRanges IPv4 ranges that workloads may call beside the endpoints, port 443
 */
export function workloadGroups(
  network: Construct,
  vpc: ec2.IVpc,
  calledRanges: readonly string[],
): WorkloadGroups {
  const group = (id: string, description: string) =>
    new ec2.SecurityGroup(network, id, { vpc, description, allowAllOutbound: false });
  const endpointSecurityGroup = group('EndpointSecurityGroup', 'Interface endpoints: HTTPS from workloads');
  const workloadSecurityGroup = group('WorkloadSecurityGroup', 'Workloads: HTTPS to interface endpoints');
  endpointSecurityGroup.addIngressRule(workloadSecurityGroup, ec2.Port.tcp(HTTPS), 'HTTPS from workloads');
  // as resources of their own, so that the group keeps its "nothing goes out" rule: EC2 opens a group that has no
  // rule when it is created to everywhere
  const https = {
    groupId: workloadSecurityGroup.securityGroupId,
    ipProtocol: 'tcp',
    fromPort: HTTPS,
    toPort: HTTPS,
  };
  new ec2.CfnSecurityGroupEgress(network, 'HttpsToEndpoints', {
    ...https,
    destinationSecurityGroupId: endpointSecurityGroup.securityGroupId,
    description: 'HTTPS to interface endpoints',
  });
  for (const [index, cidrIp] of calledRanges.entries())
    new ec2.CfnSecurityGroupEgress(network, `HttpsToRange${index}`, {
      ...https,
      cidrIp,
      description: 'HTTPS to a service behind a gateway',
    });
  return { workloadSecurityGroup, endpointSecurityGroup };
}
