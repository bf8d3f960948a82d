import {
  aws_apigateway as apigateway,
  aws_iam as iam,
  RemovalPolicy,
  Stack,
  type aws_ec2 as ec2,
  type aws_kms as kms,
  type aws_lambda as lambda,
  type aws_logs as logs,
} from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { GatewayPaths, type ServedUseCase } from './gateway-paths';
import { accessLogOf, GATEWAY_STAGE, stageOf } from './gateway-stage';
import { throughEndpoint } from './through-endpoint';

export interface GatewayApiProps {
  /** The `execute-api` interface endpoint: calls come through it and in no other way. */
  readonly endpoint: ec2.IVpcEndpoint;
  /** Encrypts the access log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** Each gets a path and a throttle of its own. */
  readonly useCases: readonly ServedUseCase[];
}

/**
 * A private REST API: reached through one VPC endpoint, by signed requests of this account, with a path for each use case, so
 * that policies and throttles hold for one. What people decide on answers that wait has a path of its own.
 * Supports 45 CFR 164.312(a)(1), 164.312(d) and 164.312(e)(1).
 */
export class GatewayApi extends Construct {
  readonly api: apigateway.RestApi;
  readonly logGroup: logs.LogGroup;
  readonly #paths: GatewayPaths;

  constructor(scope: Construct, id: string, props: GatewayApiProps) {
    super(scope, id);
    const { useCases } = props;
    this.logGroup = accessLogOf(this, 'AccessLog', props);
    this.api = new apigateway.RestApi(this, 'Resource', {
      restApiName: `${Stack.of(this).stackName}-gateway`,
      description: 'The one way to a model',
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [props.endpoint] },
      policy: throughEndpoint(props.endpoint),
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      // the role of the account's API logs is one for the account and Region; it stays when this goes
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      deployOptions: stageOf(this.logGroup, { useCases, logged: { endpoint: '$context.identity.vpceId' } }),
    });
    this.#paths = new GatewayPaths(this, this.api, useCases);
  }

  /** Opens the paths of all use cases. */
  serve(whole: lambda.IFunction, streaming: lambda.IFunction): void {
    // who may call which path is for the policies of roles
    this.#paths.open({ whole, streaming }, { ask: {}, decide: {} });
  }

  /** What sets the role by which API Gateway writes logs, for all APIs of the account and Region. */
  get logRole(): IDependable {
    return this.api.node.tryFindChild('Account') ?? this.api;
  }

  /** Lets a role call the paths of use cases; whether it may ask is for their `callers` besides. */
  grantCall(grantee: iam.IGrantable, useCases: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: useCases.flatMap((id) => [
        this.api.arnForExecuteApi('POST', `/use-cases/${id}/answers`, GATEWAY_STAGE),
        this.api.arnForExecuteApi('POST', `/use-cases/${id}/stream`, GATEWAY_STAGE),
      ]),
    });
  }

  /** Lets a role decide on answers that wait. */
  grantOversight(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: [this.api.arnForExecuteApi('POST', '/oversight', GATEWAY_STAGE)],
    });
  }
}
