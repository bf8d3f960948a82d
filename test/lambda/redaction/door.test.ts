import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDoor, isDoorCall, type RedactionDoor } from '../../../lambda/redaction/door';
import { RedactionError } from '../../../lambda/redaction/errors';
import { LambdaRuntime } from '../../support/lambda-runtime';
import { ROOT } from '../../support/synthesize';

const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:redaction:load-balancer';
const GROUP = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/redaction/0123456789abcdef';
const LEAF = 'x-amzn-mtls-clientcert-leaf';
const CALLER = 'spiffe://clinic.example/ward/discharge';
const DOOR: RedactionDoor = { targetGroupName: 'redaction', callers: [CALLER] };

const certificate = (name: string): string =>
  encodeURIComponent(readFileSync(path.join(ROOT, 'test/fixtures/certificates', `${name}.pem`), 'utf8'));

const asked = (more: object = {}): object => ({
  requestContext: { elb: { targetGroupArn: GROUP } },
  httpMethod: 'POST',
  path: '/',
  multiValueHeaders: { [LEAF]: [certificate('spiffe')] },
  body: '{"text":"call 555-0100"}',
  isBase64Encoded: false,
  ...more,
});

async function at(
  event: unknown,
  { door = DOOR, arn = FUNCTION, redact = (given: unknown) => Promise.resolve({ given }) } = {},
) {
  const turnedAway: number[] = [];
  const serve = createDoor({ door, redact, turnedAway: (status) => turnedAway.push(status) });
  const { statusCode, headers, body } = await serve(event, arn);
  return { statusCode, type: headers['content-type'], cache: headers['cache-control'], turnedAway, body };
}

test.each([
  ['as text', asked()],
  [
    'as base64',
    asked({ body: Buffer.from('{"text":"call 555-0100"}').toString('base64'), isBase64Encoded: true }),
  ],
])('a caller of the list gets what a direct call gets, and no cache keeps it (%s)', async (_, event) => {
  expect(await at(event)).toEqual({
    statusCode: 200,
    type: 'application/json',
    cache: 'no-store',
    turnedAway: [],
    body: '{"given":{"text":"call 555-0100"}}',
  });
});

test.each<[number, string, object, { door?: RedactionDoor; arn?: string }?]>([
  [401, 'nobody who is proven', asked({ multiValueHeaders: {} })],
  [401, 'a leaf that came twice', asked({ headers: { [LEAF]: certificate('spiffe') } })],
  [
    401,
    'a certificate with two ids',
    asked({ multiValueHeaders: { [LEAF]: [certificate('two-spiffe-ids')] } }),
  ],
  [403, 'a service that is on no list', asked(), { door: { ...DOOR, callers: [`${CALLER}s`] } }],
  [403, 'another target group', asked(), { door: { ...DOOR, targetGroupName: 'redactions' } }],
  [403, 'another account', asked(), { arn: FUNCTION.replace('111122223333', '444455556666') }],
  [403, 'an event of a direct call', { text: 'call 555-0100' }],
  [405, 'a GET', asked({ httpMethod: 'GET' })],
  [400, 'a body that is no JSON', asked({ body: 'call 555-0100' })],
  [400, 'no body', asked({ body: null })],
])('%p for %s, and nothing is redacted', async (status, _, event, place = {}) => {
  const redact = () => Promise.reject(new Error('was asked'));
  const answer = await at(event, { ...place, redact });
  expect(answer).toMatchObject({
    statusCode: status,
    turnedAway: [status],
    type: 'application/problem+json',
  });
  expect(answer.body).not.toContain('555-0100');
});

test.each<[number, Error]>([
  [400, new RedactionError('INVALID_EVENT', 'text is missing')],
  [413, new RedactionError('TEXT_TOO_LARGE', 'too large')],
  [503, new RedactionError('SEAL_UNAVAILABLE', 'no key')],
  [500, new RedactionError('INTERNAL', 'redaction failed')],
  [500, new Error('call 555-0100')],
])('a failure is %p, in words of ours', async (status, error) => {
  const answer = await at(asked(), { redact: () => Promise.reject(error) });
  expect(answer).toMatchObject({ statusCode: status, turnedAway: [] });
  expect(answer.body).not.toContain('555-0100');
});

test.each([
  [FUNCTION, true],
  [FUNCTION.replace(':load-balancer', ''), false],
  [FUNCTION.replace(':load-balancer', ':not-load-balancer'), false],
  [FUNCTION.replace(':load-balancer', ':live'), false],
])('%s is a door: %p', (arn, isDoor) => {
  expect(isDoorCall(arn)).toBe(isDoor);
});

describe('the built asset', () => {
  const started: LambdaRuntime[] = [];
  afterAll(() => Promise.all(started.map((runtime) => runtime.stop())));
  const call = async (variables: Readonly<Record<string, string>>, alias?: string) => {
    const runtime = await LambdaRuntime.start({
      asset: path.join(ROOT, 'dist', 'lambda', 'redaction'),
      node: process.execPath,
      functionArn: FUNCTION.replace(':load-balancer', ''),
      environment: variables,
    });
    started.push(runtime);
    return runtime.invoke(
      alias === undefined ? { text: 'SSN 123-45-6789' } : asked({ body: '{"text":"SSN 123-45-6789"}' }),
      alias,
    );
  };
  const variables = { HIPAA_AI_REDACTION_DOOR: JSON.stringify(DOOR) };

  test('answers a load balancer in HTTP, and others as before', async () => {
    expect(await call(variables, 'load-balancer')).toMatchObject({
      response: { statusCode: 200, body: expect.stringContaining('SSN [SSN]') as unknown },
    });
    expect(await call(variables)).toMatchObject({ response: { text: 'SSN [SSN]' } });
  });

  test('without a door lets nobody in by its alias', async () => {
    expect(await call({}, 'load-balancer')).toMatchObject({ response: { statusCode: 403 } });
  });
});
