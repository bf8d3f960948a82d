import { aws_apigateway as apigateway, type aws_lambda as lambda } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { UseCaseManifest } from '../contract/use-case';

/** What an API knows of a use case. */
export type ServedUseCase = Pick<UseCaseManifest, 'id' | 'requestsPerMinute' | 'requiresHumanApproval'>;

/** The functions that answer, behind the alias of one door. */
export interface AnsweringFunctions {
  readonly whole: lambda.IFunction;
  readonly streaming: lambda.IFunction;
}

/** Who may call: of those who ask a model, and of those who decide on answers. */
export interface PathAuthorization {
  readonly ask: apigateway.MethodOptions;
  readonly decide: apigateway.MethodOptions;
}

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
 * The paths of a gateway's API, private or public: for each use case `answers`, and `stream` for answers in pieces; and
 * `oversight`, by which people review, approve and reject answers that wait, where some do.
 */
export class GatewayPaths {
  readonly #validator: apigateway.RequestValidator;

  constructor(
    private readonly scope: Construct,
    private readonly api: apigateway.RestApi,
    private readonly useCases: readonly ServedUseCase[],
  ) {
    this.#validator = new apigateway.RequestValidator(scope, 'Validator', {
      restApi: api,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
  }

  open({ whole, streaming }: AnsweringFunctions, { ask, decide }: PathAuthorization): void {
    const asks = { ...ask, ...this.#validated('Request', LEAST_OF_A_REQUEST) };
    const root = this.api.root.addResource('use-cases');
    for (const { id } of this.useCases) {
      const resource = root.addResource(id);
      resource.addResource('answers').addMethod('POST', calling(whole), asks);
      const { STREAM } = apigateway.ResponseTransferMode;
      resource.addResource('stream').addMethod('POST', calling(streaming, STREAM), asks);
    }
    if (this.useCases.some(({ requiresHumanApproval }) => requiresHumanApproval)) {
      const decides = { ...decide, ...this.#validated('Oversight', LEAST_OF_OVERSIGHT) };
      this.api.root.addResource('oversight').addMethod('POST', calling(whole), decides);
    }
  }

  #validated(id: string, schema: apigateway.JsonSchema): apigateway.MethodOptions {
    const model = new apigateway.Model(this.scope, id, { restApi: this.api, schema });
    return { requestValidator: this.#validator, requestModels: { 'application/json': model } };
  }
}

/** A test from the console goes past endpoint, policy and signature, so nobody may make one. */
function calling(
  handler: lambda.IFunction,
  responseTransferMode = apigateway.ResponseTransferMode.BUFFERED,
): apigateway.LambdaIntegration {
  return new apigateway.LambdaIntegration(handler, { allowTestInvoke: false, responseTransferMode });
}
