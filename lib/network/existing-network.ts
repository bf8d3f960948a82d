import { Annotations, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { INetwork } from './network';
import type { PrivateService } from './private-service';
import { SeenNetwork } from './seen-network';
import { workloadGroups } from './workload-groups';

export interface ExistingNetworkProps {
  readonly vpc: ec2.IVpc;
  /** Where workloads are, and endpoints: at least two subnets in different zones, none of them public. */
  readonly subnets: ec2.SubnetSelection;
  /**
   * APIs that the VPC has endpoints for already.
   * @default - none: `PrivateEndpoints` opens what is needed
   */
  readonly services?: readonly PrivateService[];
  /**
   * IPv4 ranges of S3 and DynamoDB in the Region, which workloads then reach through the gateways.
   * @default - none
   */
  readonly gatewayRanges?: readonly string[];
}

const FEWEST_ZONES = 2;

/**
 * A VPC that somebody else made, as a place for PHI. Its security groups are made here; everything else is checked when
 * the app is synthesized: a way to the internet, an ACL that lets everybody in and a missing endpoint each fail it, with
 * the way they take. Of a VPC that was imported by its id nothing can be seen; that is said as a warning, and the rules
 * over its own template, or the account's own checks, have to see it.
 * Supports 45 CFR 164.312(e)(1).
 * @throws ConfigurationError `Subnets` none, in fewer than two zones, or public
 */
export class ExistingNetwork extends Construct implements INetwork {
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  readonly workloadSecurityGroup: ec2.SecurityGroup;
  readonly endpointSecurityGroup: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id);
    const { vpc, services = [] } = props;
    this.vpc = vpc;
    this.subnets = props.subnets;
    const { subnets, availabilityZones, hasPublic } = vpc.selectSubnets(props.subnets);
    const zones = new Set(availabilityZones).size;
    if (zones < FEWEST_ZONES || hasPublic) {
      throw new ConfigurationError(
        this,
        'Subnets',
        hasPublic
          ? 'one of the subnets is public; choose isolated ones'
          : `the subnets are in ${zones} zones; choose them in at least ${FEWEST_ZONES}`,
      );
    }
    const groups = workloadGroups(this, vpc, props.gatewayRanges ?? []);
    this.workloadSecurityGroup = groups.workloadSecurityGroup;
    this.endpointSecurityGroup = groups.endpointSecurityGroup;
    // the owner may go on building, so the tree is read when it is complete
    this.node.addValidation({ validate: () => this.#problems(new SeenNetwork(vpc, subnets), services) });
    const { isBuiltHere } = new SeenNetwork(vpc, subnets);
    if (!isBuiltHere) {
      Annotations.of(this).addWarningV2(
        'hipaa-ai:UnseenNetwork',
        'the VPC was not made in this app: its routes, network ACLs, endpoints, flow logs and peerings cannot be seen from here',
      );
    }
  }

  #problems(seen: SeenNetwork, services: readonly PrivateService[]): string[] {
    if (!seen.isBuiltHere) return [];
    return [
      ...seen.waysOut().map((way) => `there is a way out: ${way}; remove the route, or choose other subnets`),
      ...seen
        .openAclEntries()
        .map((entry) => `the network ACL entry ${entry} lets everybody in; name the ranges that call`),
      ...seen
        .subnetsWithoutAcl()
        .map((subnet) => `${subnet} has the default network ACL, which lets everybody in; give it one`),
      ...seen
        .without(services)
        .map((service) => `the VPC has no endpoint for ${service}; add it, or leave it to PrivateEndpoints`),
    ];
  }
}
