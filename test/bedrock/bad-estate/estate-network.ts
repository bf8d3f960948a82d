import {
  aws_ec2 as ec2,
  aws_networkfirewall as firewall,
  type aws_logs as logs,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ServiceKeys } from '../../../lib/encryption/service-keys';
import { EgressControl } from '../../../lib/network/egress-control';
import { PrivateEndpoints } from '../../../lib/network/private-endpoints';
import { PrivateNetwork } from '../../../lib/network/private-network';

interface EstateNetworkProps {
  readonly keys: ServiceKeys;
  readonly logRetention: logs.RetentionDays;
  readonly alarmTopic: sns.ITopic;
  readonly modelArns: readonly string[];
}

/** The closed network of the estate, with its doors and who watches them. */
export class EstateNetwork extends Construct {
  readonly network: PrivateNetwork;
  readonly endpoints: PrivateEndpoints;
  readonly egress: EgressControl;
  /** Hosts that a firewall lets through by name. */
  readonly hosts: firewall.CfnRuleGroup;

  constructor(
    scope: Construct,
    id: string,
    { keys, logRetention, alarmTopic, modelArns }: EstateNetworkProps,
  ) {
    super(scope, id);
    const logKey = keys.logs.key;
    this.network = new PrivateNetwork(this, 'Closed', {
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      logKey,
      logRetention,
    });
    this.endpoints = new PrivateEndpoints(this, 'Endpoints', { network: this.network, modelArns });
    this.egress = new EgressControl(this, 'Egress', {
      vpc: this.network.vpc,
      logKey,
      logRetention,
      alarmTopic,
      endpointNames: this.endpoints.dnsNames,
    });
    this.hosts = new firewall.CfnRuleGroup(this, 'Hosts', {
      ruleGroupName: 'hosts',
      type: 'STATEFUL',
      capacity: 100,
      ruleGroup: {
        rulesSource: {
          rulesSourceList: {
            generatedRulesType: 'ALLOWLIST',
            targetTypes: ['TLS_SNI'],
            targets: ['records.example.com'],
          },
        },
      },
    });
  }

  /** A route that makes the subnets public, as somebody adds it to install a package. */
  openToTheInternet(): void {
    const gateway = new ec2.CfnInternetGateway(this, 'Gateway');
    new ec2.CfnVPCGatewayAttachment(this, 'Attachment', {
      vpcId: this.network.vpc.vpcId,
      internetGatewayId: gateway.ref,
    });
    const [subnet] = this.network.vpc.isolatedSubnets;
    new ec2.CfnRoute(this, 'Out', {
      routeTableId: subnet?.routeTable.routeTableId ?? '',
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.ref,
    });
  }
}
