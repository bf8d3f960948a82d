import {
  aws_apigateway as apigateway,
  aws_iam as iam,
  aws_logs as logs,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_ec2 as ec2,
  type aws_kms as kms,
  type aws_lambda as lambda,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import type { UseCaseManifest } from '../contract/use-case';
import { throughEndpoint } from './through-endpoint';

export interface GatewayApiProps {
  /** The `execute-api` interface endpoint: calls come through it and in no other way. */
  readonly endpoint: ec2.IVpcEndpoint;
  /** Encrypts the access log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** Each gets a path and a throttle of its own. */
  readonly useCases: readonly Pick<UseCaseManifest, 'id' | 'requestsPerMinute' | 'requiresHumanApproval'>[];
}

const SECONDS = 60;
const STAGE = 'v1';
/** Calls a second of all who decide on answers, who are people. */
const OVERSIGHT = { throttlingRateLimit: 5, throttlingBurstLimit: 10 } as const;

/** Of every method: settings of one method take the place of the stage's, and do not add to them. */
const WATCHED = {
  loggingLevel: apigateway.MethodLoggingLevel.ERROR,
  // prompts and answers would be in the execution log
  dataTraceEnabled: false,
  metricsEnabled: true,
} as const;
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

const LEAST_OF_OVERSIGHT: apigateway.JsonSchema = {
  schema: apigateway.JsonSchemaVersion.DRAFT4,
  type: apigateway.JsonSchemaType.OBJECT,
  required: ['oversight'],
  properties: { oversight: { type: apigateway.JsonSchemaType.OBJECT, required: ['requestId', 'act'] } },
};

/**
 * A private REST API: reached through one VPC endpoint, by signed requests of this account, with a path for each use case, so
 * that policies and throttles hold for one. What people decide on answers that wait has a path of its own.
 * Supports 45 CFR 164.312(a)(1), 164.312(d) and 164.312(e)(1).
 */
export class GatewayApi extends Construct {
  readonly api: apigateway.RestApi;
  readonly logGroup: logs.LogGroup;
  readonly #useCases: GatewayApiProps['useCases'];
  readonly #validator: apigateway.RequestValidator;

  constructor(scope: Construct, id: string, props: GatewayApiProps) {
    super(scope, id);
    this.logGroup = new logs.LogGroup(this, 'AccessLog', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    this.api = new apigateway.RestApi(this, 'Resource', {
      restApiName: `${Stack.of(this).stackName}-gateway`,
      description: 'The one way to a model',
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [props.endpoint] },
      policy: throughEndpoint(props.endpoint),
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      // the role of the account's API logs is one for the account and Region; it stays when this goes
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      deployOptions: {
        stageName: STAGE,
        accessLogDestination: new apigateway.LogGroupLogDestination(this.logGroup),
        accessLogFormat: ACCESS_LOG,
        ...WATCHED,
        // read while the stage is made: what is added later would be no throttle
        methodOptions: throttlesOf(props.useCases),
      },
    });
    this.#validator = new apigateway.RequestValidator(this, 'Validator', {
      restApi: this.api,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    this.#useCases = props.useCases;
  }

  /**
   * Opens the paths of all use cases: `answers`, and `stream` for answers in pieces; and `oversight`, by which people review,
   * approve and reject answers that wait, where some do.
   */
  serve(whole: lambda.IFunction, streaming: lambda.IFunction): void {
    const asks = this.#validated('Request', LEAST_OF_A_REQUEST);
    const root = this.api.root.addResource('use-cases');
    for (const { id } of this.#useCases) {
      const resource = root.addResource(id);
      resource.addResource('answers').addMethod('POST', calling(whole), asks);
      const { STREAM } = apigateway.ResponseTransferMode;
      resource.addResource('stream').addMethod('POST', calling(streaming, STREAM), asks);
    }
    if (this.#useCases.some(({ requiresHumanApproval }) => requiresHumanApproval)) {
      const decides = this.#validated('Oversight', LEAST_OF_OVERSIGHT);
      this.api.root.addResource('oversight').addMethod('POST', calling(whole), decides);
    }
  }

  #validated(id: string, schema: apigateway.JsonSchema): apigateway.MethodOptions {
    const model = new apigateway.Model(this, id, { restApi: this.api, schema });
    return { requestValidator: this.#validator, requestModels: { 'application/json': model } };
  }

  /** Lets a role call the paths of use cases; whether it may ask is for their `callers` besides. */
  grantCall(grantee: iam.IGrantable, useCases: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: useCases.flatMap((id) => [
        this.api.arnForExecuteApi('POST', `/use-cases/${id}/answers`, STAGE),
        this.api.arnForExecuteApi('POST', `/use-cases/${id}/stream`, STAGE),
      ]),
    });
  }

  /** Lets a role decide on answers that wait. */
  grantOversight(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: [this.api.arnForExecuteApi('POST', '/oversight', STAGE)],
    });
  }
}

/** A test from the console goes past endpoint, policy and signature, so nobody may make one. */
function calling(
  handler: lambda.IFunction,
  responseTransferMode = apigateway.ResponseTransferMode.BUFFERED,
): apigateway.LambdaIntegration {
  return new apigateway.LambdaIntegration(handler, { allowTestInvoke: false, responseTransferMode });
}

function throttlesOf(
  useCases: GatewayApiProps['useCases'],
): Readonly<Record<string, apigateway.MethodDeploymentOptions>> {
  const throttles = useCases.flatMap(({ id, requestsPerMinute }) => {
    const rate = requestsPerMinute / SECONDS;
    const throttle = {
      throttlingRateLimit: rate,
      throttlingBurstLimit: Math.max(1, Math.ceil(rate * 2)),
      ...WATCHED,
    };
    return ['answers', 'stream'].map((name) => [`/use-cases/${id}/${name}/POST`, throttle] as const);
  });
  const waits = useCases.some(({ requiresHumanApproval }) => requiresHumanApproval);
  return Object.fromEntries(
    waits ? [...throttles, ['/oversight/POST', { ...OVERSIGHT, ...WATCHED }] as const] : throttles,
  );
}
