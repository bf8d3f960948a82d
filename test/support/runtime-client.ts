/**
 * The runtime inside the sandbox: fetches events from the Runtime API and gives them to the handler, as Lambda's own
 * Node client does. `LambdaRuntime` runs it as a program; all it knows comes from its environment.
 */
import path from 'node:path';

interface Invocation {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly getRemainingTimeInMillis: () => number;
}
type Handler = (event: unknown, context: Invocation) => unknown;

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
      const answer = await handler(await next.json(), {
        awsRequestId,
        functionName: environment('AWS_LAMBDA_FUNCTION_NAME'),
        invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn') ?? '',
        getRemainingTimeInMillis: () => deadline - Date.now(),
      });
      await post(`invocation/${awsRequestId}/response`, answer ?? null);
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
  await serve(handler);
}

void main();
