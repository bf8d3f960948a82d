import path from 'node:path';
import { LambdaRuntime } from '../../support/lambda-runtime';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';
import { ROOT } from '../../support/synthesize';

const where = { asset: path.join(ROOT, 'dist', 'lambda', 'agent-interceptor'), node: process.execPath };
let runtime: LambdaRuntime;
beforeAll(async () => {
  runtime = await LambdaRuntime.start(where);
});
afterAll(() => runtime.stop());

const call = (params: unknown, method = 'tools/call') => ({ jsonrpc: '2.0', id: 7, method, params });
const requestOf = (body: unknown) => ({
  interceptorInputVersion: '1.0',
  mcp: {
    rawGatewayRequest: { body: JSON.stringify(body) },
    gatewayRequest: { path: '/mcp', httpMethod: 'POST', body },
  },
});
const responseOf = (body: unknown, request: unknown = call({ name: 'find' })) => ({
  interceptorInputVersion: '1.0',
  mcp: { ...requestOf(request).mcp, gatewayResponse: { statusCode: 200, body } },
});

async function answerTo(event: unknown): Promise<Record<string, unknown>> {
  const outcome = await runtime.invoke(event);
  if ('error' in outcome) throw new Error(outcome.error.errorMessage);
  const told = `${JSON.stringify(outcome)}${runtime.log}`;
  for (const value of PLANTED) expect(told).not.toContain(value);
  const { interceptorOutputVersion, mcp } = outcome.response as Record<string, Record<string, unknown>>;
  expect(interceptorOutputVersion).toBe('1.0');
  return mcp ?? {};
}

const REFUSED = {
  transformedGatewayResponse: {
    statusCode: 200,
    body: {
      jsonrpc: '2.0',
      id: 7,
      error: { code: -32603, message: expect.stringMatching(/nothing was passed on$/u) as unknown },
    },
  },
};

test('the arguments of a tool lose their identifiers before it is called', async () => {
  const mcp = await answerTo(
    requestOf(
      call({ name: 'find_chart', arguments: { note: NOTE, days: 3 }, _meta: { who: 'Isolde Vantongeren' } }),
    ),
  );
  expect(mcp).toMatchObject({
    transformedGatewayRequest: {
      body: {
        jsonrpc: '2.0',
        id: 7,
        method: 'tools/call',
        params: { name: 'find_chart', arguments: { days: 3 } },
      },
    },
  });
});

test('the result of a tool loses its identifiers, structured or not, and so does an error', async () => {
  const result = {
    content: [
      { type: 'text', text: NOTE },
      { type: 'resource', resource: { uri: 'a:b', text: NOTE } },
    ],
    structuredContent: { mail: 'marlowe.q@example.org' },
    isError: false,
  };
  expect(await answerTo(responseOf({ jsonrpc: '2.0', id: 7, result }))).toMatchObject({
    transformedGatewayResponse: {
      statusCode: 200,
      body: { id: 7, result: { structuredContent: { mail: '[EMAIL]' }, isError: false } },
    },
  });
  expect(
    await answerTo(responseOf({ jsonrpc: '2.0', id: 7, error: { code: -32000, message: NOTE } })),
  ).toMatchObject({
    transformedGatewayResponse: { body: { error: { code: -32000 } } },
  });
});

test('what tools are is passed on as it is', async () => {
  const listing = call(undefined, 'tools/list');
  expect(await answerTo(requestOf(listing))).toMatchObject({
    transformedGatewayRequest: { body: { method: 'tools/list' } },
  });
  const body = {
    jsonrpc: '2.0',
    id: 7,
    result: { tools: [{ name: 'find', description: 'Finds charts by 2024-03-14' }] },
  };
  expect(await answerTo(responseOf(body, listing))).toEqual({
    transformedGatewayResponse: { statusCode: 200, body },
  });
});

test.each<[string, unknown]>([
  [
    'a picture',
    { jsonrpc: '2.0', id: 7, result: { content: [{ type: 'image', data: NOTE, mimeType: 'image/png' }] } },
  ],
  [
    'a file',
    {
      jsonrpc: '2.0',
      id: 7,
      result: { content: [{ type: 'resource', resource: { uri: 'a', blob: NOTE } }] },
    },
  ],
  ['no JSON', NOTE],
  ['nothing', null],
])('a result that is %s is answered with an error in its place', async (_, body) => {
  expect(await answerTo(responseOf(body))).toMatchObject(REFUSED);
});

test.each<[string, unknown]>([
  ['of another version', { ...requestOf(call({})), interceptorInputVersion: '2.0' }],
  ['of an HTTP target', { interceptorInputVersion: '1.0', http: { gatewayRequest: { body: NOTE } } }],
  ['whose body is no JSON', requestOf(NOTE)],
  ['that is null', null],
])('an event %s is answered with an error, and reaches no target', async (_, event) => {
  const mcp = await answerTo(event);
  expect(mcp).not.toHaveProperty('transformedGatewayRequest');
  expect(JSON.stringify(mcp)).toContain('nothing was passed on');
});

test('refusals are counted in the log, which holds codes and counts', () => {
  const lines = runtime.log.split('\n').filter((line) => line.startsWith('{'));
  const refused = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line['outcome'] === 'REFUSED');
  expect(refused).toHaveLength(8);
  for (const line of refused)
    expect(line).toMatchObject({ refused: 1, code: expect.stringMatching(/^[A-Z_]+$/u) as unknown });
});
