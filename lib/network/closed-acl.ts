import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface ClosedAclProps {
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  /** IPv4 range of the VPC, in CIDR notation: what may talk to what is in the subnets. */
  readonly cidr: string;
  /** Further ranges that workloads may call, port 443; they cannot begin a connection. */
  readonly calledRanges: readonly string[];
}

const HTTPS = ec2.AclTraffic.tcpPort(443);
/** Answers, and services within the VPC. Source: VPC user guide, "Ephemeral ports". */
const EPHEMERAL = ec2.AclTraffic.tcpPortRange(1024, 65_535);
const FIRST_RULE = 100;
const STEP = 10;

/**
 * What still holds when somebody opens a security group: TCP within the VPC, and nothing else. An ACL has no state, so
 * answers need a rule of their own. Queries to the VPC's resolver pass every ACL: those are for the DNS firewall.
 * Source: VPC user guide, "Network ACL basics".
 */
export class ClosedAcl extends Construct {
  constructor(scope: Construct, id: string, { vpc, subnets, cidr, calledRanges }: ClosedAclProps) {
    super(scope, id);
    const acl = new ec2.NetworkAcl(this, 'Resource', { vpc, subnetSelection: subnets });
    const allow = (name: string, index: number, range: string, traffic: ec2.AclTraffic, isEgress: boolean) =>
      acl.addEntry(name, {
        ruleNumber: FIRST_RULE + STEP * index,
        cidr: ec2.AclCidr.ipv4(range),
        traffic,
        direction: isEgress ? ec2.TrafficDirection.EGRESS : ec2.TrafficDirection.INGRESS,
        ruleAction: ec2.Action.ALLOW,
      });
    allow('HttpsIn', 0, cidr, HTTPS, false);
    allow('AnswersIn', 1, cidr, EPHEMERAL, false);
    allow('HttpsOut', 0, cidr, HTTPS, true);
    allow('AnswersOut', 1, cidr, EPHEMERAL, true);
    for (const [index, range] of calledRanges.entries()) {
      allow(`Called${index}Out`, index + 2, range, HTTPS, true);
      allow(`Called${index}Answers`, index + 2, range, EPHEMERAL, false);
    }
  }
}
