import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as sdk from '@aws-sdk/client-bedrock';
import { isObject } from '../../lambda/account-settings/request';

export type BedrockOperation = keyof typeof OPERATIONS;

export interface BedrockRequest {
  readonly operation: BedrockOperation;
  /** As the signature names it. */
  readonly region: string;
}

/** An exception of the service, or no answer at all. */
export type Fault = { readonly status: number; readonly exception: string } | 'silence';

/** What the SDK itself knows of the operations: method, path and input are read from it. */
const OPERATIONS = {
  GetAccountDataRetention: sdk.GetAccountDataRetention$,
  PutAccountDataRetention: sdk.PutAccountDataRetention$,
  GetModelInvocationLoggingConfiguration: sdk.GetModelInvocationLoggingConfiguration$,
  PutModelInvocationLoggingConfiguration: sdk.PutModelInvocationLoggingConfiguration$,
  DeleteModelInvocationLoggingConfiguration: sdk.DeleteModelInvocationLoggingConfiguration$,
  ListEnforcedGuardrailsConfiguration: sdk.ListEnforcedGuardrailsConfiguration$,
  GetGuardrail: sdk.GetGuardrail$,
} as const;

const SCOPE = /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/bedrock\/aws4_request/u;
/** Where a schema of the SDK has what. Source: `@smithy/types`, StaticStructureSchema and StaticOperationSchema. */
const STRUCTURE = 3;
const TEXT = 0;
const BOOLEAN = 2;

/** The calls of Bedrock that settings of the account make, over HTTP on loopback, one state for each Region. */
export class LoopbackBedrock {
  endpoint = '';
  /** Each request as `Operation region`, in order. */
  readonly requests: string[] = [];
  readonly modes = new Map<string, string>();
  readonly configurations = new Map<string, object>();
  /** What is enforced, told one a page. */
  readonly enforced = new Map<string, readonly object[]>();
  /** By ARN and version, `arn:…:guardrail/abc 1`, in whichever Region. */
  readonly guardrails = new Map<string, object>();
  /** What goes wrong with a request; each attempt asks. */
  fault: (request: BedrockRequest) => Fault | undefined = () => undefined;
  /** What becomes of a write: `false` and it is forgotten. */
  keeps: (request: BedrockRequest) => boolean = () => true;
  readonly #server: Server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const body = Buffer.concat(chunks as Uint8Array[]).toString('utf8');
      const answer = this.#answer(request, body);
      if (answer === 'silence') return;
      const headers = { 'content-type': 'application/json', ...answer.headers };
      response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
    });
  });

  static async start(): Promise<LoopbackBedrock> {
    const bedrock = new LoopbackBedrock();
    await new Promise<void>((resolve) => bedrock.#server.listen(0, '127.0.0.1', resolve));
    bedrock.endpoint = `http://127.0.0.1:${(bedrock.#server.address() as AddressInfo).port}`;
    return bedrock;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ method = '', url = '', headers }: IncomingMessage, text: string) {
    const { operation, labels } = operationAt(method, url) ?? {};
    const [, region] = SCOPE.exec(headers.authorization ?? '') ?? [];
    if (!operation || region === undefined) return failure(404, 'UnknownOperationException');
    const request = { operation, region };
    this.requests.push(`${operation} ${region}`);
    const fault = this.fault(request);
    if (fault === 'silence') return fault;
    if (fault) return failure(fault.status, fault.exception);
    const body: unknown = text === '' ? {} : JSON.parse(text);
    const input = isObject(body) ? { ...body, ...labels } : undefined;
    if (!input || !fits(input, OPERATIONS[operation][4])) return failure(400, 'ValidationException');
    const answer = this.#run(request, input);
    return answer ? { status: 200, headers: {}, body: answer } : failure(404, 'ResourceNotFoundException');
  }

  /** `undefined` where there is nothing of the name. */
  #run(request: BedrockRequest, input: Readonly<Record<string, unknown>>): object | undefined {
    const { operation, region } = request;
    const kept = this.keeps(request);
    switch (operation) {
      case 'PutAccountDataRetention':
        if (kept) this.modes.set(region, String(input['mode']));
        return { mode: input['mode'] };
      case 'GetAccountDataRetention':
        return { mode: this.modes.get(region) ?? 'inherit' };
      case 'PutModelInvocationLoggingConfiguration':
        if (kept) this.configurations.set(region, input['loggingConfig'] as object);
        return {};
      case 'DeleteModelInvocationLoggingConfiguration':
        if (kept) this.configurations.delete(region);
        return {};
      case 'GetModelInvocationLoggingConfiguration': {
        const loggingConfig = this.configurations.get(region);
        return loggingConfig ? { loggingConfig } : {};
      }
      case 'ListEnforcedGuardrailsConfiguration': {
        const page = Number(input['nextToken'] ?? 0);
        const [one, next] = (this.enforced.get(region) ?? []).slice(page);
        return { guardrailsConfig: one ? [one] : [], ...(next ? { nextToken: String(page + 1) } : {}) };
      }
      case 'GetGuardrail':
        return this.guardrails.get(
          `${String(input['guardrailIdentifier'])} ${String(input['guardrailVersion'])}`,
        );
    }
  }
}

/** Which operation a request is for, and what its path and query say. */
function operationAt(
  method: string,
  url: string,
): { readonly operation: BedrockOperation; readonly labels: Readonly<Record<string, string>> } | undefined {
  const { pathname, searchParams } = new URL(url, 'http://loopback');
  for (const operation of Object.keys(OPERATIONS) as BedrockOperation[]) {
    const { http } = OPERATIONS[operation][3] as { readonly http: readonly unknown[] };
    const template = String(http[1]).replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    const match = http[0] === method ? new RegExp(`^${template}$`, 'u').exec(pathname) : null;
    if (!match) continue;
    const inPath = Object.entries(match.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]);
    return { operation, labels: Object.fromEntries([...inPath, ...searchParams]) as Record<string, string> };
  }
  return undefined;
}

/** Whether a value is what a schema of the SDK describes: every required member, no other, each of its type. */
function fits(value: unknown, schema: unknown): boolean {
  // a member may come with traits, which say where in a request it is
  const bare: unknown = Array.isArray(schema) && schema.length === 2 ? (schema as unknown[])[0] : schema;
  const known: unknown = typeof bare === 'function' ? (bare as () => unknown)() : bare;
  if (known === TEXT) return typeof value === 'string' && value !== '';
  if (known === BOOLEAN) return typeof value === 'boolean';
  if (!Array.isArray(known) || known[0] !== STRUCTURE || !isObject(value)) return false;
  const [, , , , names, types, required = 0] = known as readonly unknown[];
  const members = names as readonly string[];
  return (
    Object.keys(value).every((name) => members.includes(name)) &&
    members.every((name, index) => {
      const member = value[name];
      return member === undefined
        ? index >= (required as number)
        : fits(member, (types as readonly unknown[])[index]);
    })
  );
}

function failure(status: number, exception: string) {
  // words of the service that must go nowhere
  return { status, headers: { 'x-amzn-errortype': exception }, body: { message: 'QUILLFEATHER' } };
}
