import {
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_logs as logs,
  RemovalPolicy,
  Token,
  type aws_kms as kms,
  Stack,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { ClosedAcl } from './closed-acl';
import { hardenDefaultSecurityGroupProvider } from './default-security-group-provider';
import type { INetwork } from './network';
import { workloadGroups } from './workload-groups';

const FEWEST_ZONES = 2;
/** Bits of a VPC's network; AWS takes no larger one. */
const LARGEST_NETWORK = 16;
const SUBNET_BITS = 20;
/** Bits; no service has a larger range, so one that is means more than the service. */
const LARGEST_SERVICE_RANGE = 10;

export interface PrivateNetworkProps {
  /**
   * Names of the Availability Zones, at least two. Choose those in which every interface endpoint is offered.
   * @example ['us-east-1a', 'us-east-1b']
   */
  readonly availabilityZones: readonly string[];
  /** Encrypts the flow logs; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  /** How long flow logs are kept. */
  readonly logRetention: logs.RetentionDays;
  /**
   * IPv4 range of the VPC, in CIDR notation: at most a /16, and room for one /20 subnet in each zone.
   * @default '10.40.0.0/16'
   */
  readonly cidr?: string;
  /**
   * IPv4 ranges of S3 and DynamoDB in the Region, which workloads then reach through the gateways: what
   * `aws ec2 get-managed-prefix-list-entries` lists. They change, and a network ACL cannot name the prefix list itself.
   * @default - none: workloads reach interface endpoints only
   */
  readonly gatewayRanges?: readonly string[];
}

/**
 * A VPC of isolated subnets: no internet gateway and no NAT gateway can be asked for, and no IPv6. All traffic is
 * flow-logged, the default security group is emptied, network ACLs hold traffic within the VPC, and workloads get a
 * security group that reaches the interface endpoints only.
 * Supports 45 CFR 164.312(e)(1) and 164.312(b).
 * @throws ConfigurationError `AvailabilityZones` fewer than two, or one named twice
 * @throws ConfigurationError `GatewayRanges` that are no IPv4 range, or too large for a service's
 * @throws ConfigurationError `Cidr` larger than a VPC may be, or too small for the zones
 */
export class PrivateNetwork extends Construct implements INetwork {
  readonly vpc: ec2.Vpc;
  readonly subnets: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  /** For whatever runs in the VPC: nothing comes in; out to the interface endpoints, port 443. */
  readonly workloadSecurityGroup: ec2.SecurityGroup;
  /** For the interface endpoints: in from workloads, port 443; nothing goes out. */
  readonly endpointSecurityGroup: ec2.SecurityGroup;
  readonly flowLogGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    const zones = [...props.availabilityZones];
    if (zones.length < FEWEST_ZONES || new Set(zones).size !== zones.length) {
      throw new ConfigurationError(
        this,
        'AvailabilityZones',
        `availabilityZones is [${zones.join(', ')}]; name at least ${FEWEST_ZONES} different zones`,
      );
    }
    const cidr = props.cidr ?? '10.40.0.0/16';
    const smallest = SUBNET_BITS - Math.ceil(Math.log2(zones.length));
    const bits = Number(cidr.split('/')[1]);
    if (!Token.isUnresolved(cidr) && !(bits >= LARGEST_NETWORK && bits <= smallest)) {
      throw new ConfigurationError(
        this,
        'Cidr',
        `cidr is ${cidr}; ${zones.length} zones with a /${SUBNET_BITS} each need a /${LARGEST_NETWORK} to /${smallest}`,
      );
    }
    const calledRanges = props.gatewayRanges ?? [];
    const [unfit] = calledRanges.filter((range) => !isServiceRange(range));
    if (unfit !== undefined) {
      throw new ConfigurationError(
        this,
        'GatewayRanges',
        `'${unfit}' is among the gatewayRanges; give IPv4 ranges of S3 and DynamoDB, none larger than a /${LARGEST_SERVICE_RANGE}`,
      );
    }
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(cidr),
      availabilityZones: zones,
      natGateways: 0,
      createInternetGateway: false,
      restrictDefaultSecurityGroup: true,
      subnetConfiguration: [
        { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: SUBNET_BITS },
      ],
    });
    hardenDefaultSecurityGroupProvider(this, props.logKey, props.logRetention);

    const groups = workloadGroups(this, this.vpc, calledRanges);
    this.endpointSecurityGroup = groups.endpointSecurityGroup;
    this.workloadSecurityGroup = groups.workloadSecurityGroup;
    new ClosedAcl(this, 'Acl', { vpc: this.vpc, subnets: this.subnets, cidr, calledRanges });

    this.flowLogGroup = new logs.LogGroup(this, 'FlowLogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new ec2.FlowLog(this, 'FlowLog', {
      resourceType: ec2.FlowLogResourceType.fromVpc(this.vpc),
      destination: ec2.FlowLogDestination.toCloudWatchLogs(this.flowLogGroup, this.flowLogRole()),
      trafficType: ec2.FlowLogTrafficType.ALL,
      maxAggregationInterval: ec2.FlowLogMaxAggregationInterval.ONE_MINUTE,
    });
  }

  /** The L2 would add `iam:PassRole` on the role itself, which no flow log needs. */
  private flowLogRole(): iam.IRole {
    const role = new iam.Role(this, 'FlowLogRole', {
      // flow logs of another account must not write here (confused deputy)
      assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    new iam.ManagedPolicy(this, 'FlowLogPolicy', {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [this.flowLogGroup.logGroupArn],
        }),
      ],
    });
    return role.withoutPolicyUpdates();
  }
}

function isServiceRange(range: string): boolean {
  const [, bits] = /^(?:\d{1,3}\.){3}\d{1,3}\/(\d{1,2})$/u.exec(range) ?? [];
  return bits !== undefined && Number(bits) >= LARGEST_SERVICE_RANGE && Number(bits) <= 32;
}
