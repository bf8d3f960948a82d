import { ALIASES, gatewayAsset, GatewayFleet } from '../../support/gateway-asset';
import { manifest, PROMPT, request } from './gateway-place';

jest.setTimeout(60_000);

const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1';
/** Of a pool that leaves a second factor to its users. */
const FREE_ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Cd2';
const PARTNER = 'arn:aws:iam::444455556666:role/imaging/Laboratory';
const SUB = '0a1b2c3d-1111-4222-8333-444455556666';
const PEOPLE_API = 'people0001';
const PARTNERS_API = 'partner001';

let fleet: GatewayFleet;
beforeAll(async () => {
  const useCase = manifest({ callers: [PARTNER, 'group:attending'] });
  fleet = await GatewayFleet.start({
    asset: gatewayAsset({ 'summary:3': PROMPT }),
    useCases: [useCase, manifest({ id: 'coding', callers: [PARTNER, 'group:attending'] })],
    streaming: 1,
    doors: {
      'public-partners': { door: 'rest-api', apiId: PARTNERS_API, issuers: [], secondFactorIssuers: [] },
      'public-people': {
        door: 'rest-api',
        apiId: PEOPLE_API,
        issuers: [ISSUER, FREE_ISSUER],
        secondFactorIssuers: [ISSUER],
      },
    },
  });
  fleet.bedrock.behave = () => ({ say: 'Done.' });
});
afterAll(() => fleet.stop());

/**
 * Events in full, as API Gateway writes them for a regional REST API under a domain of its own. Source: API Gateway developer guide, "Input
 * format of a Lambda function for proxy integration"; "Mutual TLS", `identity.clientCert`.
 */
function event(
  apiId: string,
  context: object,
  body: object,
  path = '/use-cases/discharge-summary/answers',
): object {
  return {
    resource: path,
    path,
    httpMethod: 'POST',
    headers: { Host: 'ai.clinic.example', 'X-Forwarded-For': '192.0.2.7' },
    multiValueHeaders: { Host: ['ai.clinic.example'] },
    queryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: '111122223333',
      apiId,
      domainName: 'ai.clinic.example',
      domainPrefix: 'ai',
      httpMethod: 'POST',
      identity: {
        accessKey: null,
        accountId: null,
        caller: null,
        cognitoIdentityId: null,
        sourceIp: '192.0.2.7',
        user: null,
        userArn: null,
        userAgent: 'portal/1.0',
      },
      path,
      protocol: 'HTTP/1.1',
      requestId: '11111111-2222-4333-8444-555555555555',
      resourcePath: path,
      stage: 'v1',
      ...context,
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}

const CLIENT_CERTIFICATE = {
  clientCertPem: '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----',
  subjectDN: 'CN=laboratory.partner.example',
  issuerDN: 'CN=Invented CA',
  serialNumber: '0a1b2c',
  validity: { notBefore: 'May 28 12:30:02 2026 GMT', notAfter: 'Aug 5 09:36:04 2027 GMT' },
};
const signed = (more: object = {}) => ({
  identity: {
    sourceIp: '192.0.2.7',
    userArn: 'arn:aws:sts::444455556666:assumed-role/Laboratory/nightly',
    ...more,
  },
});
const token = (changes: object = {}) => ({
  authorizer: {
    claims: {
      sub: SUB,
      'cognito:groups': 'attending',
      iss: ISSUER,
      client_id: '1example23456789',
      token_use: 'access',
      scope: 'gateway/ask',
      ...changes,
    },
  },
});

interface Http {
  readonly statusCode: number;
  readonly body: string;
}
async function ask(alias: string, sent: object): Promise<{ readonly status: number; readonly code: string }> {
  const { statusCode, body } = (await fleet.invoke(sent, alias)) as Http;
  const { code = '' } = JSON.parse(body) as { code?: string };
  return { status: statusCode, code };
}
/** Of all writers: their chains stand one after the other, in the order of their random names. */
const lastRecord = async () =>
  (await fleet.read()).lines.toSorted((a, b) => a.time.localeCompare(b.time)).at(-1)?.entry;

describe('a person', () => {
  test('with a token of a pool that asks everybody for a second factor is answered, and recorded by sub', async () => {
    expect(await ask('public-people', event(PEOPLE_API, token(), request()))).toEqual({
      status: 200,
      code: '',
    });
    expect((await lastRecord())?.caller).toEqual({
      principal: `cognito:us-east-1_Ab1/${SUB}`,
      authentication: 'cognito',
      secondFactor: true,
    });
  });

  test('is answered in pieces by the function that streams', async () => {
    const told = await fleet.stream(event(PEOPLE_API, token(), request({ stream: true })), 'public-people');
    expect(told).toContain('"statusCode":200');
  });

  test.each<[string, object, string]>([
    ['of another pool', token({ iss: `${ISSUER}x` }), 'UNAUTHENTICATED'],
    ['without a second factor', token({ iss: FREE_ISSUER }), 'SECOND_FACTOR_MISSING'],
    ['whose token says password alone', token({ iss: FREE_ISSUER, amr: 'pwd' }), 'SECOND_FACTOR_MISSING'],
    [
      'with claims of a custom authorizer',
      { authorizer: { ...token().authorizer.claims } },
      'UNAUTHENTICATED',
    ],
    ['and a role at once', { ...token(), ...signed() }, 'UNAUTHENTICATED'],
    ['without anything', {}, 'UNAUTHENTICATED'],
  ])('%s is not let in', async (_, context, code) => {
    expect(await ask('public-people', event(PEOPLE_API, context, request()))).toEqual({
      status: expect.any(Number) as number,
      code,
    });
    expect(await lastRecord()).toMatchObject({ kind: 'refusal', caller: { authentication: 'none' } });
  });

  test('with a second factor that the token tells of is let in, whatever the pool asks', async () => {
    const context = token({ iss: FREE_ISSUER, amr: 'pwd,otp' });
    expect((await ask('public-people', event(PEOPLE_API, context, request()))).status).toBe(200);
  });

  test('of another group asks for nothing', async () => {
    const { status } = await ask(
      'public-people',
      event(PEOPLE_API, token({ 'cognito:groups': 'visitors' }), request()),
    );
    expect(status).toBe(403);
  });

  test('asks by a path for its use case alone', async () => {
    const sent = event(PEOPLE_API, token(), request({ useCase: 'coding' }));
    expect((await ask('public-people', sent)).status).toBe(403);
  });
});

describe('a partner', () => {
  test.each([
    ['without a client certificate', signed()],
    ['with one', signed({ clientCert: CLIENT_CERTIFICATE })],
  ])('is known by the role that signed, %s', async (_, context) => {
    expect((await ask('public-partners', event(PARTNERS_API, context, request()))).status).toBe(200);
    expect((await lastRecord())?.caller).toEqual({
      principal: 'arn:aws:iam::444455556666:role/Laboratory',
      authentication: 'iam',
      onBehalfOf: 'nightly',
    });
  });

  test('with a client certificate and no signature is nobody', async () => {
    const context = { identity: { sourceIp: '192.0.2.7', userArn: null, clientCert: CLIENT_CERTIFICATE } };
    expect((await ask('public-partners', event(PARTNERS_API, context, request()))).code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('with a token is nobody: there are no issuers at this door', async () => {
    expect((await ask('public-partners', event(PARTNERS_API, token(), request()))).code).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('doors are told apart', () => {
  test.each([
    ['the private API, by the alias for people', 'public-people', event('abc123', token(), request())],
    [
      'the API for partners, by the alias for people',
      'public-people',
      event(PARTNERS_API, token(), request()),
    ],
    [
      'the API for people, by the alias for partners',
      'public-partners',
      event(PEOPLE_API, signed(), request()),
    ],
    [
      'the API for people, by the alias of the private one',
      ALIASES.api,
      event(PEOPLE_API, signed(), request()),
    ],
    ['an API of somebody else', 'public-people', event('zzz9999999', token(), request())],
    [
      'the API for people, by an alias that is no door',
      'public-admin',
      event(PEOPLE_API, token(), request()),
    ],
  ])('%s: refused', async (_, alias, sent) => {
    const answer = await fleet.invoke(sent, alias).catch((error: unknown) => error);
    expect(JSON.stringify(answer instanceof Error ? answer.message : answer)).toContain('DOOR_UNKNOWN');
  });

  test('no model was asked for any of them', async () => {
    const before = fleet.bedrock.calls.length;
    await fleet.invoke(event(PEOPLE_API, signed(), request()), 'public-partners').catch(() => undefined);
    expect(fleet.bedrock.calls).toHaveLength(before);
  });
});
