import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { UseCaseManifest } from '../../lib/contract/use-case';
import { GATEWAY_VARIABLES as NAMES } from '../../lib/contract/environment-variables';
import type { LedgerEntry } from '../../lambda/ledger/ledger-entry';
import { LambdaRuntime, type LambdaRuntimeProps } from './lambda-runtime';
import { LoopbackBedrockRuntime } from './loopback-bedrock-runtime';
import { LoopbackKms } from './loopback-kms';
import { LoopbackS3 } from './loopback-s3';
import { LoopbackVersions } from './loopback-versions';
import { ROOT } from './synthesize';

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-4222-8333-000000000003';
const GROUP_ARN = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/gateway/0123456789abcdef';

/** The alias of each door of the gateway under test. */
export const ALIASES = { api: 'api', balancer: 'balancer', direct: 'discharge' } as const;

/** The gateway's bundle as `scripts/build.mjs` makes it, but for the ledger: that one is a file. */
export async function buildGatewayAsset(prompts: Readonly<Record<string, string>>): Promise<string> {
  const asset = mkdtempSync(path.join(tmpdir(), 'gateway-asset-'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['lambda/gateway/handler.ts'],
    outfile: path.join(asset, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    minify: true,
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [
      {
        name: 'file-ledger',
        setup(build) {
          build.onResolve({ filter: /\/wire-ledger$/ }, () => ({
            path: path.join(__dirname, 'file-ledger.ts'),
          }));
        },
      },
    ],
  });
  writeFileSync(path.join(asset, 'prompts.json'), JSON.stringify(prompts));
  return asset;
}

export interface LedgerLine {
  readonly id: string;
  readonly entry: LedgerEntry;
}

/** All that a bundle of the gateway talks to, on loopback, and sandboxes that run it. */
export class GatewayFleet {
  readonly ledgerDirectory = mkdtempSync(path.join(tmpdir(), 'gateway-ledger-'));
  readonly runtimes: LambdaRuntime[] = [];
  #next = 0;

  private constructor(
    readonly bedrock: LoopbackBedrockRuntime,
    readonly s3: LoopbackS3,
    readonly kms: LoopbackKms,
    readonly table: LoopbackVersions,
  ) {}

  static async start(
    asset: string,
    useCases: readonly UseCaseManifest[],
    sandboxes = 1,
  ): Promise<GatewayFleet> {
    const [bedrock, s3, kms, table] = await Promise.all([
      LoopbackBedrockRuntime.start(),
      LoopbackS3.start(),
      LoopbackKms.start(KEY_ARN),
      LoopbackVersions.start(),
    ]);
    const fleet = new GatewayFleet(bedrock, s3, kms, table);
    for (let at = 0; at < sandboxes; at++)
      fleet.runtimes.push(await LambdaRuntime.start(fleet.#props(asset, useCases)));
    return fleet;
  }

  /** All that the sandboxes printed. */
  get log(): string {
    return this.runtimes.map(({ log }) => log).join('');
  }

  /** Every record of every sandbox. */
  get records(): readonly LedgerLine[] {
    return readdirSync(this.ledgerDirectory).flatMap((file) =>
      readFileSync(path.join(this.ledgerDirectory, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as LedgerLine),
    );
  }

  /** The next sandbox in turn answers. */
  async invoke(event: unknown, alias?: string): Promise<unknown> {
    const runtime = this.runtimes[this.#next++ % this.runtimes.length];
    if (runtime === undefined) throw new Error('no sandbox');
    const outcome = await runtime.invoke(event, alias);
    if ('error' in outcome) throw new Error(outcome.error.errorMessage);
    return outcome.response;
  }

  async stop(): Promise<void> {
    await Promise.all(this.runtimes.map((runtime) => runtime.stop()));
    await Promise.all([this.bedrock.stop(), this.s3.stop(), this.kms.stop(), this.table.stop()]);
  }

  #props(asset: string, useCases: readonly UseCaseManifest[]): LambdaRuntimeProps {
    return {
      asset,
      node: process.execPath,
      functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:gateway',
      environment: {
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: this.bedrock.endpoint,
        AWS_ENDPOINT_URL_S3: this.s3.endpoint,
        AWS_ENDPOINT_URL_KMS: this.kms.endpoint,
        AWS_ENDPOINT_URL_DYNAMODB: this.table.endpoint,
        TEST_LEDGER: this.ledgerDirectory,
        [NAMES.useCases]: JSON.stringify(useCases),
        [NAMES.doors]: JSON.stringify({
          [ALIASES.api]: { door: 'rest-api', apiId: 'abc123' },
          [ALIASES.balancer]: { door: 'load-balancer', targetGroupArn: GROUP_ARN },
          [ALIASES.direct]: { door: 'direct', principal: useCases[0]?.callers[0] },
        }),
        [NAMES.bodyBucket]: 'bodies',
        [NAMES.bodyKeyArn]: KEY_ARN,
        [NAMES.claimTable]: 'claims',
      },
    };
  }
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
