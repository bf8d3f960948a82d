import type { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A network that endpoints and workloads are put into: a `PrivateNetwork` of ours or an `ExistingNetwork` of yours. */
export interface INetwork extends IConstruct {
  readonly vpc: ec2.IVpc;
  /** Where workloads and interface endpoints are. */
  readonly subnets: ec2.SubnetSelection;
  /** For whatever runs in the VPC: nothing comes in; out to the interface endpoints, port 443. */
  readonly workloadSecurityGroup: ec2.ISecurityGroup;
  /** For the interface endpoints: in from workloads, port 443; nothing goes out. */
  readonly endpointSecurityGroup: ec2.ISecurityGroup;
}
