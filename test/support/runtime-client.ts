/**
 * The runtime inside the sandbox: fetches events from the Runtime API and gives them to the handler, as Lambda's own
 * Node client does. `LambdaRuntime` runs it as a program; all it knows comes from its environment.
 */
import path from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';

interface Invocation {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly getRemainingTimeInMillis: () => number;
}
type Handler = (event: unknown, context: Invocation) => unknown;
type StreamHandler = (event: unknown, stream: Writable, context: Invocation) => Promise<void>;

/** Handlers that `awslambda.streamifyResponse` marked. */
const streaming = new WeakSet<Handler>();
Object.assign(globalThis, {
  awslambda: {
    streamifyResponse(handler: StreamHandler) {
      // called with the stream in the place of the context: `stream` below
      streaming.add(handler as unknown as Handler);
      return handler;
    },
    HttpResponseStream: {
      from(stream: Writable, prelude: object) {
        stream.write(JSON.stringify(prelude));
        stream.write(new Uint8Array(8));
        return stream;
      },
    },
  },
});

const environment = (name: string): string => process.env[name] ?? '';
const api = `http://${environment('AWS_LAMBDA_RUNTIME_API')}/2018-06-01/runtime`;

function load(): Handler {
  const [file = '', name = ''] = environment('_HANDLER').split('.');
  const loaded: unknown = require(path.join(environment('LAMBDA_TASK_ROOT'), `${file}.js`));
  const handler = (loaded as Readonly<Record<string, unknown>>)[name];
  if (typeof handler !== 'function') throw new TypeError(`${environment('_HANDLER')} is not a function`);
  return handler as Handler;
}

async function post(where: string, body: unknown): Promise<void> {
  await fetch(`${api}/${where}`, { method: 'POST', body: JSON.stringify(body) });
}

/** Sends what the handler writes as it writes it. */
async function stream(event: unknown, handler: StreamHandler, context: Invocation): Promise<void> {
  const body = new PassThrough();
  const sent = fetch(`${api}/invocation/${context.awsRequestId}/response`, {
    method: 'POST',
    headers: { 'lambda-runtime-function-response-mode': 'streaming' },
    body: Readable.toWeb(body),
    duplex: 'half',
  });
  await handler(event, body, context);
  body.end();
  await sent;
}

function asError(error: unknown): unknown {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

async function serve(handler: Handler): Promise<never> {
  for (;;) {
    const next = await fetch(`${api}/invocation/next`);
    const awsRequestId = next.headers.get('lambda-runtime-aws-request-id') ?? '';
    const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
    try {
      const context: Invocation = {
        awsRequestId,
        functionName: environment('AWS_LAMBDA_FUNCTION_NAME'),
        invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn') ?? '',
        getRemainingTimeInMillis: () => deadline - Date.now(),
      };
      const event: unknown = await next.json();
      if (streaming.has(handler)) await stream(event, handler as unknown as StreamHandler, context);
      else await post(`invocation/${awsRequestId}/response`, (await handler(event, context)) ?? null);
    } catch (error) {
      // Lambda prints an unhandled error, stack included, in the function's log
      process.stderr.write(`${awsRequestId}\tERROR\tInvoke Error\t${JSON.stringify(asError(error))}\n`);
      await post(`invocation/${awsRequestId}/error`, asError(error));
    }
  }
}

async function main(): Promise<void> {
  let handler: Handler;
  try {
    handler = load();
  } catch (error) {
    await post('init/error', asError(error));
    process.exitCode = 1;
    return;
  }
  const lanes = Number(process.env['TEST_CONCURRENCY'] ?? 1);
  await Promise.all(Array.from({ length: lanes }, () => serve(handler)));
}

void main();
