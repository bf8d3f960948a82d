import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { makeCertificate } from './certificate';
import { listAt, parseJson, textAt, type Json } from './json';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';

export interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/** The account's root user, as the emulator knows it: a key that is an account number belongs to that account. */
export const ROOT: Credentials = { key: ACCOUNT, secret: 'deploy-test' };

export interface EmulatorProps {
  /** What scripts/install-emulator.sh installed. */
  readonly installation: string;
  /** The Node binary that runs deployed functions. */
  readonly node: string;
  /** An empty directory for everything the emulator writes. */
  readonly directory: string;
  /**
   * What the environment of every deployed function has besides: such as where a service is that the emulator has not.
   * @default - nothing
   */
  readonly functions?: Readonly<Record<string, string>>;
}

/** The AWS emulator as a process of its own, on two free ports of loopback, knowing nothing of our environment. */
export class Emulator {
  readonly #process: ChildProcess;
  /** What it says it is, and which resource types were added to it or completed. */
  announced: Json = null;
  log = '';

  private constructor(
    props: EmulatorProps,
    /** Over TLS. */
    readonly endpoint: string,
    /** Over plain HTTP. */
    readonly plainEndpoint: string,
    /** Environment of any client: nothing but this emulator can be reached with it. */
    readonly clientEnvironment: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>>,
  ) {
    this.#process = spawn(
      python(props.installation),
      [path.join(__dirname, '..', 'emulator', 'launcher.py')],
      {
        cwd: props.directory,
        env: environment,
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const record = (chunk: Buffer): void => {
      this.log += chunk.toString('utf8');
    };
    this.#process.stdout?.on('data', record);
    this.#process.stderr?.on('data', record);
  }

  static async start(props: EmulatorProps): Promise<Emulator> {
    const { directory, installation, node, functions = {} } = props;
    const bin = path.join(directory, 'bin');
    mkdirSync(bin);
    symlinkSync(node, path.join(bin, 'node'));
    const certificate = makeCertificate(directory);
    const [port, plainPort] = await freePorts();
    const endpoint = `https://localhost:${port}`;
    const plainEndpoint = `http://127.0.0.1:${plainPort}`;
    const shared = {
      HOME: directory,
      TMPDIR: directory,
      AWS_ACCESS_KEY_ID: ROOT.key,
      AWS_SECRET_ACCESS_KEY: ROOT.secret,
      AWS_REGION: REGION,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CA_BUNDLE: certificate.authority,
    };
    const emulator = new Emulator(
      props,
      endpoint,
      plainEndpoint,
      { ...shared, PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, AWS_ENDPOINT_URL: endpoint },
      {
        ...shared,
        ...functions,
        // functions run under the first node of this path, and find the SDK that a Lambda runtime has
        PATH: `${bin}:/usr/bin:/bin`,
        NODE_PATH: path.join(installation, 'lambda-runtime', 'node_modules'),
        GATEWAY_PORT: String(port),
        PLAIN_PORT: String(plainPort),
        MINISTACK_HOST: 'localhost',
        MINISTACK_ACCOUNT_ID: ACCOUNT,
        MINISTACK_REGION: REGION,
        USE_SSL: '1',
        MINISTACK_SSL_CERT: certificate.chain,
        MINISTACK_SSL_KEY: certificate.key,
        // IAM identity, bucket and key policies decide, as they do in AWS
        AUTH: 'true',
        // listeners we have no use for, one of them on every interface
        IOT_MTLS_ENABLED: '0',
        SFTP_ENABLED: '0',
        // it would look for containers to clean up
        DOCKER_HOST: 'unix:///dev/null/none',
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUNBUFFERED: '1',
      },
    );
    await emulator.#ready();
    return emulator;
  }

  async #ready(): Promise<void> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
      if (this.#process.exitCode !== null) throw new Error(`the emulator exited:\n${this.log}`);
      const health = await fetch(`${this.plainEndpoint}/_ministack/health`).catch(() => undefined);
      if (health?.ok) {
        this.announced = parseJson(
          this.log.split('\n').find((line) => line.startsWith('{"emulator"')) ?? 'null',
        );
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the emulator did not answer:\n${this.log}`);
  }

  get name(): string {
    return textAt(this.announced, 'emulator');
  }

  /** Who makes resources of a type. */
  maker(type: string): string {
    if (type.startsWith('Custom::')) return "the stack's function";
    if (listAt(this.announced, 'added').includes(type)) return 'our adapter';
    return listAt(this.announced, 'completed').includes(type) ? 'emulator, completed' : 'emulator';
  }

  /** Whether its CloudFormation makes resources of a type, by itself or with our additions. */
  knows(type: string): boolean {
    return type.startsWith('Custom::') || listAt(this.announced, 'known').includes(type);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const stopped = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    const forced = setTimeout(() => this.#process.kill('SIGKILL'), 5000);
    await stopped;
    clearTimeout(forced);
  }
}

export function python(installation: string): string {
  return path.join(installation, 'bin', 'python');
}

async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer(), createServer()] as const;
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return [ports[0] ?? 0, ports[1] ?? 0];
}
