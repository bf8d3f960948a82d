import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Emulator, REGION } from './emulator';
import { parseJson, type Json } from './json';
import type { Session } from './session';

/** What is used of `@aws-sdk/client-lambda`, which scripts/install-emulator.sh installs beside the emulator. */
interface Sdk {
  readonly LambdaClient: new (settings: object) => {
    send(command: object): Promise<{ readonly FunctionError?: string; readonly Payload?: Uint8Array }>;
    destroy(): void;
  };
  readonly InvokeCommand: new (input: object) => object;
}

export interface Invoked {
  /** The function failed: what came back is the error of its runtime. */
  readonly failed: boolean;
  readonly answer: Json;
}

/** Invokes a function with the SDK's client, as a role, over TLS. */
export async function invokeAs(
  { emulator, installation }: { readonly emulator: Emulator; readonly installation: string },
  credentials: Session,
  FunctionName: string,
  event: Json,
  Qualifier?: string,
): Promise<Invoked> {
  const { LambdaClient, InvokeCommand } = createRequire(path.join(installation, 'lambda-runtime', 'x.js'))(
    '@aws-sdk/client-lambda',
  ) as Sdk;
  const ca = readFileSync(emulator.clientEnvironment['AWS_CA_BUNDLE'] ?? '');
  const client = new LambdaClient({
    region: REGION,
    endpoint: emulator.endpoint,
    credentials,
    maxAttempts: 1,
    requestHandler: { httpsAgent: { ca } },
  });
  try {
    const command = new InvokeCommand({
      FunctionName,
      Payload: Buffer.from(JSON.stringify(event)),
      ...(Qualifier === undefined ? {} : { Qualifier }),
    });
    const { FunctionError, Payload = new Uint8Array() } = await client.send(command);
    return {
      failed: FunctionError !== undefined,
      answer: parseJson(Buffer.from(Payload).toString('utf8') || 'null'),
    };
  } finally {
    client.destroy();
  }
}
