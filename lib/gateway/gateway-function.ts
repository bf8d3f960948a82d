import { aws_iam as iam, aws_lambda as lambda, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { GATEWAY_VARIABLES } from '../contract/environment-variables';
import { PROMPT_FILE, USE_CASE_FILE } from '../contract/gateway';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';
import type { GatewayBodies } from './gateway-bodies';
import type { GatewayClaims } from './gateway-claims';
import type { GatewayLedger } from './gateway-ledger';
import type { HumanOversight } from './human-oversight';
import { modelProfilesVariable } from './model-profiles-variable';
import type { UseCase } from './use-case';

/** What calls of models are bound to; `PhiGuardrail` is one. */
export interface GatewayGuardrail {
  readonly id: string;
  readonly version: string;
}

export interface GatewayFunctionProps extends PhiFunctionPlace {
  readonly useCases: readonly UseCase[];
  readonly guardrail: GatewayGuardrail;
  /** What it may ask of models, and must never: those of `ModelInvocationRole`. */
  readonly modelStatements: readonly iam.PolicyStatement[];
  /**
   * ARNs of the application inference profiles through which models are asked, by use case and in the order of its models: `arns` of
   * `UseCaseProfiles`, with the statements of `ModelInvocationRole.statementsThrough`.
   * @default - models are asked by their ids
   */
  readonly modelProfiles?: Readonly<Record<string, readonly string[]>>;
  readonly bodies: GatewayBodies;
  /**
   * Table of claims and of answers that wait.
   * @default - objects in the bucket of bodies
   */
  readonly claims?: GatewayClaims;
  readonly ledger: GatewayLedger;
  /**
   * Tells people of answers that wait for a second person, where use cases ask for one.
   * @default - answers wait for a day, and who decides on them finds them by their records
   */
  readonly oversight?: HumanOversight;
  /** What becomes of an answer with an identifier that nobody sent: masked, or refused as a whole. */
  readonly onLeak: 'mask' | 'refuse';
}

/** Of a model that thinks for long, in pieces or not. API Gateway waits for 29 seconds for an answer that does not stream. */
const TIMEOUT = Duration.minutes(2);

/** The function behind every door of the gateway: use cases and prompts are files of its code, so that a change of them is a deployment. */
export class GatewayFunction extends PhiFunction {
  constructor(scope: Construct, id: string, streams: boolean, props: GatewayFunctionProps) {
    const {
      useCases,
      guardrail,
      modelStatements,
      modelProfiles,
      bodies,
      claims,
      ledger,
      oversight,
      onLeak,
      ...place
    } = props;
    super(scope, id, {
      ...place,
      bundle: 'gateway',
      description: streams ? 'The AI gateway, in pieces' : 'The AI gateway',
      memoryMiB: 1024,
      timeout: TIMEOUT,
      statements: [...bodies.gatewayStatements, ...(claims?.gatewayStatements ?? [])],
      // by themselves: with the rest, and with many use cases, they are more than one policy takes
      furtherPolicies: {
        Models: modelStatements.filter(({ effect }) => effect === iam.Effect.ALLOW),
        NeverModels: modelStatements.filter(({ effect }) => effect === iam.Effect.DENY),
      },
      environment: {
        [GATEWAY_VARIABLES.useCases]: `file:${USE_CASE_FILE}`,
        [GATEWAY_VARIABLES.guardrailId]: guardrail.id,
        [GATEWAY_VARIABLES.guardrailVersion]: guardrail.version,
        [GATEWAY_VARIABLES.bodyBucket]: bodies.bucket.bucketName,
        [GATEWAY_VARIABLES.bodyKeyArn]: bodies.encryptionKey.keyArn,
        [GATEWAY_VARIABLES.onLeak]: onLeak,
        ...(claims === undefined ? {} : { [GATEWAY_VARIABLES.claimTable]: claims.table.tableName }),
        ...(modelProfiles === undefined
          ? {}
          : { [GATEWAY_VARIABLES.profiles]: modelProfilesVariable(scope, useCases, modelProfiles) }),
        ...ledger.variables,
        ...oversight?.variables,
      },
      files: {
        [USE_CASE_FILE]: JSON.stringify(useCases.map(({ manifest }) => manifest)),
        [PROMPT_FILE]: JSON.stringify(Object.assign({}, ...useCases.map(({ promptTexts }) => promptTexts))),
      },
    });
    if (streams) this.#streams();
    ledger.grantAppend(this.permissions);
    oversight?.grantDecide(this.permissions);
  }

  /** One asset, two handlers: what streams writes no proxy response. */
  #streams(): void {
    const resource = this.function.node.defaultChild;
    if (resource instanceof lambda.CfnFunction) resource.handler = 'index.streamHandler';
  }
}
