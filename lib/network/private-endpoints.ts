import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as policies from './endpoint-policies';
import type { PrivateNetwork } from './private-network';

export interface PrivateEndpointsProps {
  readonly network: PrivateNetwork;
  /** ARNs of the foundation models that may be invoked; no patterns. */
  readonly modelArns: readonly string[];
}

/**
 * The only ways out of the network: an interface endpoint with private DNS for each AWS API the environment calls, and
 * gateways for S3 and DynamoDB. Every endpoint has a policy that lists actions and admits only principals of this
 * account; where the service knows it, only resources of this account. Bedrock answers for the listed models alone.
 * Supports 45 CFR 164.312(e)(1) and 164.502(b).
 */
export class PrivateEndpoints extends Construct {
  readonly bedrockRuntime: ec2.InterfaceVpcEndpoint;

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    const { network, modelArns } = props;
    const { vpc } = network;
    const service = ec2.InterfaceVpcEndpointAwsService;
    const open = (name: string, api: ec2.InterfaceVpcEndpointAwsService) =>
      new ec2.InterfaceVpcEndpoint(this, name, {
        vpc,
        service: api,
        privateDnsEnabled: true,
        // `open` would let the whole VPC in; the security group lets workloads in
        open: false,
        securityGroups: [network.endpointSecurityGroup],
        subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      });

    this.bedrockRuntime = open('BedrockRuntime', service.BEDROCK_RUNTIME);
    addPolicy(this.bedrockRuntime, policies.bedrockRuntime(modelArns));
    addPolicy(open('Kms', service.KMS), policies.kms());
    addPolicy(open('Logs', service.CLOUDWATCH_LOGS), policies.logs());
    addPolicy(open('Sts', service.STS), policies.sts());
    addPolicy(open('SecretsManager', service.SECRETS_MANAGER), policies.secretsManager());

    const gateway = (name: string, api: ec2.GatewayVpcEndpointAwsService) =>
      new ec2.GatewayVpcEndpoint(this, name, { vpc, service: api });
    addPolicy(gateway('S3', ec2.GatewayVpcEndpointAwsService.S3), policies.s3());
    addPolicy(gateway('DynamoDb', ec2.GatewayVpcEndpointAwsService.DYNAMODB), policies.dynamoDb());
  }
}

function addPolicy(
  endpoint: ec2.VpcEndpoint,
  statements: readonly Parameters<ec2.VpcEndpoint['addToPolicy']>[0][],
): void {
  for (const statement of statements) endpoint.addToPolicy(statement);
}
