import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GATEWAY_VARIABLES as NAMES } from '../../lib/contract/environment-variables';
import { PROMPT_FILE } from '../../lib/contract/gateway';
import { LEDGER_VARIABLES } from '../../lib/contract/ledger';
import type { ModelProfiles } from '../../lib/contract/model-profiles';
import type { UseCaseManifest } from '../../lib/contract/use-case';
import { LambdaRuntime, type LambdaRuntimeProps, type Outcome } from './lambda-runtime';
import { LoopbackBedrockRuntime } from './loopback-bedrock-runtime';
import { LoopbackKms } from './loopback-kms';
import { LoopbackLedger, type ReadLedger } from './loopback-ledger';
import { LoopbackS3 } from './loopback-s3';
import { LoopbackService } from './loopback-service';
import { LoopbackSigningKms } from './loopback-signing-kms';
import { LoopbackStepFunctions } from './loopback-step-functions';
import { ROOT } from './synthesize';

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-4222-8333-000000000003';
const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:digests-Ab12Cd';
const GROUP_NAME = 'gateway';
/** Buckets of the gateway under test. */
export const BUCKETS = { bodies: 'bodies', ledger: 'ledger' } as const;

/** The alias of each door of the gateway under test. */
export const ALIASES = { api: 'api', balancer: 'balancer', direct: 'discharge' } as const;

/** The gateway's bundle as `scripts/build.mjs` made it, with prompts beside it as the construct puts them. */
export function gatewayAsset(prompts: Readonly<Record<string, string>>): string {
  const asset = mkdtempSync(path.join(tmpdir(), 'gateway-asset-'));
  cpSync(path.join(ROOT, 'dist', 'lambda', 'gateway'), asset, { recursive: true });
  writeFileSync(path.join(asset, PROMPT_FILE), JSON.stringify(prompts));
  return asset;
}

export interface GatewayFleetProps {
  readonly asset: string;
  readonly useCases: readonly UseCaseManifest[];
  /** @default - models are asked by their ids */
  readonly profiles?: ModelProfiles;
  /** @default 1 */
  readonly sandboxes?: number;
  /** Sandboxes of the function that streams. @default 0 */
  readonly streaming?: number;
  /** Doors besides the ones of `ALIASES`, by alias. @default - none */
  readonly doors?: Readonly<Record<string, unknown>>;
  /** Has a Step Functions machine wait beside. @default false */
  readonly oversight?: boolean;
  /** @default - as a sandbox of Lambda's, and the Node that runs the tests */
  readonly runtime?: Partial<Pick<LambdaRuntimeProps, 'concurrency' | 'timeoutMs' | 'node'>>;
}

/** All that a bundle of the gateway talks to, on loopback, and sandboxes that run it. */
export class GatewayFleet {
  readonly runtimes: LambdaRuntime[] = [];
  readonly ledger: LoopbackLedger;
  readonly #streaming: LambdaRuntime[] = [];
  /** What sandboxes printed that are no more. */
  #buried = '';
  #next = 0;

  private constructor(
    private readonly props: GatewayFleetProps,
    readonly bedrock: LoopbackBedrockRuntime,
    readonly s3: LoopbackS3,
    readonly kms: LoopbackKms,
    private readonly signing: LoopbackSigningKms,
    private readonly secrets: LoopbackService,
    readonly stepFunctions: LoopbackStepFunctions,
  ) {
    this.ledger = new LoopbackLedger(s3, BUCKETS.ledger, signing);
  }

  static async start(props: GatewayFleetProps): Promise<GatewayFleet> {
    const signing = await LoopbackSigningKms.start();
    const [bedrock, s3, kms, secrets] = await Promise.all([
      LoopbackBedrockRuntime.start(),
      LoopbackS3.start(),
      LoopbackKms.start(KEY_ARN, signing),
      LoopbackService.start('http1', () => ({
        body: { ARN: SECRET_ARN, SecretString: 'an-invented-secret-of-digests-that-is-long-enough-for-them' },
      })),
    ]);
    const stepFunctions = await LoopbackStepFunctions.start(s3, BUCKETS.bodies);
    const fleet = new GatewayFleet(props, bedrock, s3, kms, signing, secrets, stepFunctions);
    const { sandboxes = 1, streaming = 0 } = props;
    for (let at = 0; at < sandboxes; at += 1) fleet.runtimes.push(await fleet.launch());
    for (let at = 0; at < streaming; at += 1) fleet.#streaming.push(await fleet.launch(true));
    return fleet;
  }

  /** One more sandbox, which whoever asked for it has to stop. */
  launch(streams = false): Promise<LambdaRuntime> {
    return LambdaRuntime.start(this.#sandbox(streams));
  }

  /** Ends a sandbox that was launched; what it printed stays. */
  async bury(runtime: LambdaRuntime): Promise<void> {
    await runtime.stop();
    this.#buried += runtime.log;
  }

  /** All that the sandboxes printed. */
  get log(): string {
    return this.#buried + [...this.runtimes, ...this.#streaming].map(({ log }) => log).join('');
  }

  /** Every record that every sandbox wrote, verified. */
  read(): Promise<ReadLedger> {
    return this.ledger.read();
  }

  /** The next sandbox in turn answers. */
  async invoke(event: unknown, alias?: string): Promise<unknown> {
    return responseOf(await this.#nextOf(this.runtimes).invoke(event, alias));
  }

  /** The next sandbox of those that stream answers: all that it wrote, as text. */
  async stream(event: unknown, alias?: string): Promise<string> {
    return String(responseOf(await this.#nextOf(this.#streaming).invoke(event, alias)));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.runtimes, ...this.#streaming].map((runtime) => runtime.stop()));
    const services = [this.bedrock, this.s3, this.kms, this.signing, this.secrets, this.stepFunctions];
    await Promise.all(services.map((service) => service.stop()));
  }

  #nextOf(runtimes: readonly LambdaRuntime[]): LambdaRuntime {
    const runtime = runtimes[this.#next++ % runtimes.length];
    if (runtime === undefined) throw new Error('no sandbox');
    return runtime;
  }

  #sandbox(streams: boolean): LambdaRuntimeProps {
    const { asset, useCases, profiles, doors = {}, runtime = {}, oversight = false } = this.props;
    return {
      asset,
      node: process.execPath,
      functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:gateway',
      ...runtime,
      environment: {
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: this.bedrock.endpoint,
        AWS_ENDPOINT_URL_S3: this.s3.endpoint,
        AWS_ENDPOINT_URL_KMS: this.kms.endpoint,
        AWS_ENDPOINT_URL_SECRETS_MANAGER: this.secrets.endpoint,
        [LEDGER_VARIABLES.bucket]: BUCKETS.ledger,
        [LEDGER_VARIABLES.signingKeyArn]: this.signing.keyArn,
        [LEDGER_VARIABLES.digestSecretArn]: SECRET_ARN,
        [NAMES.useCases]: JSON.stringify(useCases),
        [NAMES.doors]: JSON.stringify({
          [ALIASES.api]: { door: 'rest-api', apiId: 'abc123' },
          [ALIASES.balancer]: { door: 'load-balancer', targetGroupName: GROUP_NAME },
          [ALIASES.direct]: { door: 'direct', principal: useCases[0]?.callers[0] },
          ...doors,
        }),
        ...(profiles === undefined ? {} : { [NAMES.profiles]: JSON.stringify(profiles) }),
        [NAMES.bodyBucket]: BUCKETS.bodies,
        [NAMES.bodyKeyArn]: KEY_ARN,
        ...(oversight
          ? {
              AWS_ENDPOINT_URL_SFN: this.stepFunctions.endpoint,
              [NAMES.approvalMachineArn]: LoopbackStepFunctions.MACHINE,
            }
          : {}),
        ...(streams ? { _HANDLER: 'index.streamHandler' } : {}),
      },
    };
  }
}

function responseOf(outcome: Outcome): unknown {
  if ('error' in outcome) throw new Error(outcome.error.errorMessage);
  return outcome.response;
}

/** An event of the REST API for a role's session. */
export function restEvent(body: unknown, role = 'discharge'): object {
  return {
    resource: '/answers',
    httpMethod: 'POST',
    headers: {},
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      apiId: 'abc123',
      identity: { userArn: `arn:aws:sts::111122223333:assumed-role/${role}/ward-3` },
    },
  };
}
