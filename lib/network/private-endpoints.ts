import { aws_ec2 as ec2, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { DataPerimeter, imageLayers } from './endpoint-policies';
import type { INetwork } from './network';
import { DEFAULT_SERVICES, dnsNamesOf, doorTo, type PrivateService } from './private-service';

export interface PrivateEndpointsProps {
  readonly network: INetwork;
  /** ARNs of the models that may be invoked; no patterns but that of `ModelAccess.applicationProfiles`. */
  readonly modelArns: readonly string[];
  /**
   * The APIs that workloads call, each at most once. Every interface endpoint costs by the hour and zone; one that nobody
   * uses is a door too many.
   * @default - bedrock-runtime, kms, logs, sts, secretsmanager, s3, dynamodb
   */
  readonly services?: readonly PrivateService[];
  /**
   * Lets principals and resources of the whole organization through, such as `o-a1b2c3d4e5`.
   * @default - those of this account
   */
  readonly organizationId?: string;
  /**
   * Names of the state machines that may be run through the endpoint of Step Functions.
   * @default - those of the account or organization
   */
  readonly stateMachines?: readonly string[];
  /**
   * FIPS endpoints for every service, or none: with `AWS_USE_FIPS_ENDPOINT` a workload asks for FIPS names only, without
   * it for the others only. `withoutOne` gives the reason for each service of which AWS offers no FIPS endpoint; it gets
   * the plain one.
   * @default - no FIPS endpoints
   */
  readonly fips?: { readonly withoutOne: Readonly<Partial<Record<PrivateService, string>>> };
  /**
   * S3 through an interface endpoint, at addresses of the network, in place of the gateway: workloads reach it as they reach
   * every other API, without naming ranges of S3. It costs by the hour, zone and gigabyte, as the gateway does not.
   * @default false
   */
  readonly s3Interface?: boolean;
}

const ORGANIZATION = /^o-[a-z0-9]{10,32}$/u;

/**
 * The only ways out of the network: an interface endpoint with private DNS for each AWS API the environment calls, and
 * gateways for S3 and DynamoDB. Every endpoint has a policy that lists actions and admits only principals of this
 * account or organization; where the service knows it, only its resources. Bedrock answers for the listed models alone.
 * Supports 45 CFR 164.312(e)(1) and 164.502(b).
 * @throws ConfigurationError `Services` none, or one named twice; `OrganizationId` that is none
 * @throws ConfigurationError `Fips` a service without a FIPS endpoint and without a reason, or a reason that is not needed
 */
export class PrivateEndpoints extends Construct {
  /** What the workloads' names resolve to, for the allow-list of a DNS firewall. */
  readonly dnsNames: readonly string[];
  readonly services: readonly PrivateService[];
  readonly #endpoints = new Map<PrivateService, ec2.VpcEndpoint>();

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    const { network, modelArns, organizationId, fips, s3Interface = false, stateMachines } = props;
    this.services = this.#checkedServices(props.services ?? DEFAULT_SERVICES);
    if (organizationId !== undefined && !ORGANIZATION.test(organizationId)) {
      throw new ConfigurationError(
        this,
        'OrganizationId',
        `organizationId is '${organizationId}'; give the id of an organization, such as o-a1b2c3d4e5`,
      );
    }
    if (fips) this.#checkFips(fips.withoutOne);
    const perimeter = new DataPerimeter(organizationId);
    for (const service of this.services) {
      const endpoint =
        service === 's3' && s3Interface
          ? this.#s3Interface(network)
          : this.#open(service, network, fips !== undefined);
      for (const statement of doorTo(service).policy(perimeter, modelArns, stateMachines))
        endpoint.addToPolicy(statement);
      if (service === 's3' && this.services.includes('ecr.dkr')) endpoint.addToPolicy(imageLayers());
      this.#endpoints.set(service, endpoint);
    }
    const { region } = Stack.of(this);
    this.dnsNames = this.services.flatMap((service) => dnsNamesOf(service, region, fips !== undefined));
  }

  /**
   * For roles that may invoke models through this endpoint alone.
   * @throws ConfigurationError `NoEndpoint` when `bedrock-runtime` is not among the services
   */
  get bedrockRuntime(): ec2.InterfaceVpcEndpoint {
    return this.#interface('bedrock-runtime');
  }

  /**
   * For private APIs that are called through this endpoint alone.
   * @throws ConfigurationError `NoEndpoint` when `execute-api` is not among the services
   */
  get executeApi(): ec2.InterfaceVpcEndpoint {
    return this.#interface('execute-api');
  }

  #interface(service: PrivateService): ec2.InterfaceVpcEndpoint {
    const endpoint = this.#endpoints.get(service);
    if (endpoint instanceof ec2.InterfaceVpcEndpoint) return endpoint;
    throw new ConfigurationError(
      this,
      'NoEndpoint',
      `${service} is not among the services; add it, or do not ask for its endpoint`,
    );
  }

  #open(service: PrivateService, network: INetwork, isFips: boolean): ec2.VpcEndpoint {
    const { id, kind, fips } = doorTo(service);
    const { vpc, subnets } = network;
    if (kind === 'gateway') {
      return new ec2.GatewayVpcEndpoint(this, id, {
        vpc,
        service: new ec2.GatewayVpcEndpointAwsService(service),
        subnets: [subnets],
      });
    }
    return new ec2.InterfaceVpcEndpoint(this, id, {
      vpc,
      service: new ec2.InterfaceVpcEndpointAwsService(isFips && fips ? `${service}-fips` : service),
      privateDnsEnabled: true,
      // `open` would let the whole VPC in; the security group lets workloads in
      open: false,
      securityGroups: [network.endpointSecurityGroup],
      subnets,
    });
  }

  #s3Interface(network: INetwork): ec2.VpcEndpoint {
    return new ec2.InterfaceVpcEndpoint(this, 'S3Interface', {
      vpc: network.vpc,
      service: ec2.InterfaceVpcEndpointAwsService.S3,
      privateDnsEnabled: true,
      // the other choice leaves workloads of the VPC to a gateway
      privateDnsOnlyForInboundResolverEndpoint:
        ec2.VpcEndpointPrivateDnsOnlyForInboundResolverEndpoint.ALL_RESOLVERS,
      open: false,
      securityGroups: [network.endpointSecurityGroup],
      subnets: network.subnets,
    });
  }

  #checkedServices(services: readonly PrivateService[]): readonly PrivateService[] {
    if (services.length > 0 && new Set(services).size === services.length) return services;
    throw new ConfigurationError(
      this,
      'Services',
      `services is [${services.join(', ')}]; name at least one, and each once`,
    );
  }

  #checkFips(withoutOne: Readonly<Partial<Record<PrivateService, string>>>): void {
    const wanting = this.services.filter((service) => !doorTo(service).fips);
    const unexplained = wanting.filter((service) => (withoutOne[service] ?? '').trim() === '');
    const needless = Object.keys(withoutOne).filter((service) => !wanting.some((each) => each === service));
    if (unexplained.length + needless.length === 0) return;
    throw new ConfigurationError(
      this,
      'Fips',
      [
        ...(unexplained.length > 0
          ? [
              `no FIPS endpoint is known for ${unexplained.join(', ')}; give a reason in fips.withoutOne, or leave them out`,
            ]
          : []),
        ...(needless.length > 0
          ? [`fips.withoutOne names ${needless.join(', ')}, which have one or are not among the services`]
          : []),
      ].join('; '),
    );
  }
}
