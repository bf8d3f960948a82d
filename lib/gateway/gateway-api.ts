import {
  aws_apigateway as apigateway,
  aws_iam as iam,
  aws_logs as logs,
  RemovalPolicy,
  Tags,
  type aws_ec2 as ec2,
  type aws_kms as kms,
  type aws_lambda as lambda,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import type { UseCaseManifest } from '../contract/use-case';

export interface GatewayApiProps {
  /** The `execute-api` interface endpoint: calls come through it and in no other way. */
  readonly endpoint: ec2.IVpcEndpoint;
  /** Encrypts the access log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

const SECONDS = 60;
const LOG: DataClass = 'LOG';

/** Who called what and with what result: ids and numbers, no path that a caller chose, no header, no body. */
const ACCESS_LOG = apigateway.AccessLogFormat.custom(
  JSON.stringify({
    requestId: apigateway.AccessLogField.contextRequestId(),
    requestTime: apigateway.AccessLogField.contextRequestTime(),
    caller: apigateway.AccessLogField.contextIdentityUserArn(),
    endpoint: '$context.identity.vpceId',
    resource: apigateway.AccessLogField.contextResourcePath(),
    method: apigateway.AccessLogField.contextHttpMethod(),
    status: apigateway.AccessLogField.contextStatus(),
    latency: apigateway.AccessLogField.contextResponseLatency(),
    responseLength: apigateway.AccessLogField.contextResponseLength(),
  }),
);

/** Least of a request; the gateway reads the rest (docs/schemas/gateway-request.schema.json). */
const LEAST_OF_A_REQUEST: apigateway.JsonSchema = {
  schema: apigateway.JsonSchemaVersion.DRAFT4,
  type: apigateway.JsonSchemaType.OBJECT,
  required: ['useCase', 'purpose', 'subject', 'idempotencyKey'],
  properties: {
    useCase: { type: apigateway.JsonSchemaType.STRING, maxLength: 64 },
    purpose: { type: apigateway.JsonSchemaType.OBJECT, required: ['of'] },
    subject: { type: apigateway.JsonSchemaType.STRING, maxLength: 128 },
    idempotencyKey: { type: apigateway.JsonSchemaType.STRING, maxLength: 128 },
  },
};

/**
 * A private REST API: reached through one VPC endpoint, by signed requests of this account, with a path for each use case, so
 * that policies and throttles hold for one. What people decide on answers that wait has a path of its own.
 * Supports 45 CFR 164.312(a)(1), 164.312(d) and 164.312(e)(1).
 */
export class GatewayApi extends Construct {
  readonly api: apigateway.RestApi;
  readonly logGroup: logs.LogGroup;
  readonly #useCases: apigateway.IResource;
  readonly #validation: apigateway.MethodOptions;
  readonly #throttles: Record<string, apigateway.MethodDeploymentOptions> = {};

  constructor(scope: Construct, id: string, props: GatewayApiProps) {
    super(scope, id);
    this.logGroup = new logs.LogGroup(this, 'AccessLog', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    this.api = new apigateway.RestApi(this, 'Resource', {
      description: 'The one way to a model',
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [props.endpoint] },
      policy: throughEndpoint(props.endpoint),
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      // the role of the account's API logs is one for the account and Region; it stays when this goes
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      deployOptions: {
        stageName: 'v1',
        accessLogDestination: new apigateway.LogGroupLogDestination(this.logGroup),
        accessLogFormat: ACCESS_LOG,
        loggingLevel: apigateway.MethodLoggingLevel.ERROR,
        // prompts and answers would be in the execution log
        dataTraceEnabled: false,
        metricsEnabled: true,
        methodOptions: this.#throttles,
      },
    });
    this.#validation = {
      requestValidator: new apigateway.RequestValidator(this, 'Validator', {
        restApi: this.api,
        validateRequestBody: true,
        validateRequestParameters: true,
      }),
      requestModels: {
        'application/json': new apigateway.Model(this, 'Request', {
          restApi: this.api,
          schema: LEAST_OF_A_REQUEST,
        }),
      },
    };
    this.#useCases = this.api.root.addResource('use-cases');
  }

  /** Opens the paths of a use case: `answers`, and `stream` for answers in pieces. */
  serve({ id, requestsPerMinute }: UseCaseManifest, whole: lambda.Alias, streaming: lambda.Alias): void {
    const resource = this.#useCases.addResource(id);
    const rate = requestsPerMinute / SECONDS;
    const throttle = { throttlingRateLimit: rate, throttlingBurstLimit: Math.max(1, Math.ceil(rate * 2)) };
    for (const [name, alias, responseTransferMode] of [
      ['answers', whole, apigateway.ResponseTransferMode.BUFFERED],
      ['stream', streaming, apigateway.ResponseTransferMode.STREAM],
    ] as const) {
      const integration = new apigateway.LambdaIntegration(alias, { responseTransferMode });
      resource.addResource(name).addMethod('POST', integration, this.#validation);
      this.#throttles[`/use-cases/${id}/${name}/POST`] = throttle;
    }
  }

  /** Opens the path by which people review, approve and reject answers that wait. */
  serveOversight(whole: lambda.Alias): void {
    this.api.root.addResource('oversight').addMethod('POST', new apigateway.LambdaIntegration(whole));
  }

  /** Lets a role call the paths of use cases. */
  grantCall(grantee: iam.IGrantable, useCases: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: useCases.flatMap((id) => [
        this.api.arnForExecuteApi('POST', `/use-cases/${id}/answers`, 'v1'),
        this.api.arnForExecuteApi('POST', `/use-cases/${id}/stream`, 'v1'),
      ]),
    });
  }

  /** Lets a role decide on answers that wait. */
  grantOversight(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: [this.api.arnForExecuteApi('POST', '/oversight', 'v1')],
    });
  }
}

/** Source: API Gateway developer guide, "Create a private API", resource policies for private APIs. */
function throughEndpoint({ vpcEndpointId }: ec2.IVpcEndpoint): iam.PolicyDocument {
  const everybody = [new iam.AnyPrincipal()];
  const resources = ['execute-api:/*'];
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'ThroughTheEndpoint',
        principals: everybody,
        actions: ['execute-api:Invoke'],
        resources,
        conditions: { StringEquals: { 'aws:SourceVpce': vpcEndpointId } },
      }),
      new iam.PolicyStatement({
        sid: 'InNoOtherWay',
        effect: iam.Effect.DENY,
        principals: everybody,
        actions: ['execute-api:Invoke'],
        resources,
        conditions: { StringNotEquals: { 'aws:SourceVpce': vpcEndpointId } },
      }),
    ],
  });
}
