import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoopbackBedrockRuntime } from '../../support/loopback-bedrock-runtime';
import { readAssembly } from '../support/assembly';
import { Aws } from '../support/aws';
import { cdk } from '../support/cdk-cli';
import { Deployment } from '../support/deployed';
import { ACCOUNT, Emulator, REGION } from '../support/emulator';
import { listAt, parseJson, textAt, type Json } from '../support/json';
import { invokeAs, type Invoked } from '../support/lambda-client';
import { makeRole, sessionOf, type Session } from '../support/session';
import { post } from '../support/signed-request';
import { ROLES, synthesizeGatewayEnvironment, USE_CASE } from './gateway-environment';

export type RoleName = keyof typeof ROLES;

export interface GatewayInstallation {
  /** What scripts/install-emulator.sh installed. */
  readonly installation: string;
  /** The Node binary that runs deployed functions. */
  readonly node: string;
}

/** An environment with a gateway on an emulator of its own, a Bedrock beside it, and those who call. */
export class DeployedGateway {
  private constructor(
    private readonly installation: string,
    private readonly directory: string,
    readonly bedrock: LoopbackBedrockRuntime,
    readonly emulator: Emulator,
    readonly aws: Aws,
    readonly deployment: Deployment,
    private readonly sessions: Readonly<Record<RoleName, Session>>,
  ) {}

  static async deploy({ installation, node }: GatewayInstallation): Promise<DeployedGateway> {
    const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-'));
    for (const name of ['empty', 'emulator']) mkdirSync(path.join(directory, name));
    const bedrock = await LoopbackBedrockRuntime.start();
    const emulator = await Emulator.start({
      installation,
      node,
      directory: path.join(directory, 'emulator'),
      functions: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint },
    });
    const aws = new Aws(emulator, installation);
    try {
      for (const name of Object.values(ROLES)) await makeRole(aws, name);
      const assembly = path.join(directory, 'assembly');
      synthesizeGatewayEnvironment(assembly);
      await run(directory, emulator, ['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--bootstrap-customer-key']);
      await run(directory, emulator, ['deploy', '**', '--app', assembly, '--require-approval', 'never']);
      const deployment = await Deployment.read(aws, readAssembly(assembly));
      const sessions = {
        consumer: await sessionOf(aws, ROLES.consumer),
        ward: await sessionOf(aws, ROLES.ward),
        stranger: await sessionOf(aws, ROLES.stranger),
      };
      return new DeployedGateway(installation, directory, bedrock, emulator, aws, deployment, sessions);
    } catch (error) {
      aws.close();
      await emulator.stop();
      await bedrock.stop();
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** A folder that goes with the emulator. */
  inside(name: string): string {
    return path.join(this.directory, name);
  }

  get functionName(): string {
    return this.deployment.one('AWS::Lambda::Function', /^GatewayFunction/u).physicalId;
  }

  bucket(logicalId: RegExp): string {
    return this.deployment.one('AWS::S3::Bucket', logicalId).physicalId;
  }

  get ledger(): string {
    return this.bucket(/^Records/u);
  }

  /** Invokes the function with the SDK's client, by an alias. */
  invoke(event: Json, alias?: string, as: RoleName = 'consumer'): Promise<Invoked> {
    const { emulator, installation } = this;
    return invokeAs({ emulator, installation }, this.sessions[as], this.functionName, event, alias);
  }

  /** Asks the private API by a host name: of the endpoint and the API, or of another one. */
  ask(body: Json, as?: RoleName, host = this.apiHost): ReturnType<typeof post> {
    return post({
      endpoint: this.emulator.endpoint,
      authority: this.emulator.clientEnvironment['AWS_CA_BUNDLE'] ?? '',
      host,
      path: `/v1/use-cases/${USE_CASE}/answers`,
      body,
      ...(as ? { as: this.sessions[as] } : {}),
    });
  }

  get apiId(): string {
    return this.deployment.one('AWS::ApiGateway::RestApi', /./u).physicalId;
  }

  get apiHost(): string {
    const { physicalId: endpoint } = this.deployment.one('AWS::EC2::VPCEndpoint', /ExecuteApi/u);
    return `${this.apiId}-${endpoint}.execute-api.localhost`;
  }

  async keysOf(Bucket: string, Prefix = ''): Promise<readonly string[]> {
    const { Contents = [] } = await this.aws.call('s3', 'ListObjectsV2', { Bucket, Prefix });
    return listAt(Contents).map((one) => textAt(one, 'Key'));
  }

  async textOf(Bucket: string, Key: string): Promise<string> {
    return textAt(await this.aws.call('s3', 'GetObject', { Bucket, Key }), 'Body');
  }

  /** What stands in the ledger, a line each. */
  async records(): Promise<readonly Json[]> {
    const keys = (await this.keysOf(this.ledger, 'records/')).filter((key) => key.endsWith('.jsonl'));
    const texts = await Promise.all(keys.map((key) => this.textOf(this.ledger, key)));
    return texts.flatMap((text) => text.trimEnd().split('\n').map(parseJson));
  }

  /** Takes the stack of the gateway away. */
  destroy(): Promise<void> {
    const args = ['destroy', 'HipaaAi-dev/Gateway', '--app', this.inside('assembly'), '--force'];
    return run(this.directory, this.emulator, args);
  }

  async stop(): Promise<void> {
    this.aws.close();
    await this.emulator.stop();
    await this.bedrock.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** From a folder without cdk.json, so that nothing is synthesized again. */
async function run(directory: string, emulator: Emulator, args: readonly string[]): Promise<void> {
  const { code, output } = await cdk(args, {
    directory: path.join(directory, 'empty'),
    environment: emulator.clientEnvironment,
  });
  if (code !== 0) throw new Error(`cdk ${args.join(' ')}: exit ${code}\n${output}`);
}
