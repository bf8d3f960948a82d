import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arrivalAt, doorOf, doorsSchema, type Door, type Doors } from '../../../lambda/gateway/doors/door';
import { isAmong } from '../../../lambda/gateway/caller';
import { GatewayError } from '../../../lambda/gateway/gateway-error';

const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1';
const FREE_ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Cd2';
const GROUP_ARN = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/gateway/0123456789abcdef';
const ROLE = 'arn:aws:iam::111122223333:role/discharge';
const doors: Doors = doorsSchema.parse({
  api: { door: 'rest-api', apiId: 'abc123', issuers: [ISSUER, FREE_ISSUER], secondFactorIssuers: [ISSUER] },
  balancer: { door: 'load-balancer', targetGroupName: 'gateway' },
  discharge: { door: 'direct', principal: ROLE },
});
const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:gateway';
const doorNamed = (alias: string): Door => doorOf(doors, `${FUNCTION}:${alias}`);
const certificate = (name: string): string =>
  encodeURIComponent(
    readFileSync(path.resolve(__dirname, '../../fixtures/certificates', `${name}.pem`), 'utf8'),
  );

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
  return 'let in';
}

describe('aliases', () => {
  test.each([
    ['api', 'rest-api'],
    ['balancer', 'load-balancer'],
    ['discharge', 'direct'],
  ])('the alias %s is the door %s', (alias, door) => {
    expect(doorNamed(alias).door).toBe(door);
  });

  test.each([
    ['no alias', FUNCTION],
    ['$LATEST', `${FUNCTION}:$LATEST`],
    ['a version', `${FUNCTION}:7`],
    ['another alias', `${FUNCTION}:admin`],
    ['a name that objects have', `${FUNCTION}:constructor`],
    ['__proto__', `${FUNCTION}:__proto__`],
    ['no ARN', 'discharge'],
    ['an ARN of something else', 'arn:aws:s3:::bucket:discharge'],
  ])('invoked by %s there is no door', (_, arn) => {
    expect(refusal(() => doorOf(doors, arn))).toBe('DOOR_UNKNOWN');
  });

  test('no door is called by a number: versions are', () => {
    expect(doorsSchema.safeParse({ 7: { door: 'direct', principal: ROLE } }).success).toBe(false);
  });
});

const SESSION = 'arn:aws:sts::111122223333:assumed-role/discharge/ward-3';
const restEvent = (context: object, more: object = {}): object => ({
  resource: '/answers',
  httpMethod: 'POST',
  headers: {},
  body: '{}',
  isBase64Encoded: false,
  requestContext: { apiId: 'abc123', identity: { userArn: null }, ...context },
  ...more,
});
const atApi = (event: unknown) => arrivalAt(doorNamed('api'), event, `${FUNCTION}:api`);

describe('REST API', () => {
  test('a role is known by its session, whatever its path, and the session is a hint', () => {
    const { caller, body } = atApi(restEvent({ identity: { userArn: SESSION } }));
    expect(caller).toEqual({ principal: ROLE, authentication: 'iam', onBehalfOf: 'ward-3', grants: [ROLE] });
    expect(body).toBe('{}');
    expect(isAmong(caller, ['arn:aws:iam::111122223333:role/wards/three/discharge'])).toBe(true);
    expect(isAmong(caller, ['arn:aws:iam::999922223333:role/discharge'])).toBe(false);
    expect(isAmong(caller, ['arn:aws:iam::111122223333:role/discharge-2'])).toBe(false);
  });

  test('a user is known by its ARN', () => {
    const { caller } = atApi(
      restEvent({ identity: { userArn: 'arn:aws:iam::111122223333:user/staff/ana' } }),
    );
    expect(caller.principal).toBe('arn:aws:iam::111122223333:user/ana');
  });

  test.each([
    ['/use-cases/discharge-summary/answers', { onlyUseCase: 'discharge-summary' }],
    ['/use-cases/discharge-summary/stream', { onlyUseCase: 'discharge-summary' }],
    ['/oversight', { onlyOversight: true }],
    ['/answers', {}],
    ['/oversight/more', {}],
    ['/v1/use-cases/discharge-summary/answers', {}],
    ['/use-cases/{useCase}/answers', {}],
    ['/use-cases', {}],
    [null, {}],
  ])('the path %s, as the API defines it, binds to what it is for', (resource, bound) => {
    const { caller } = atApi(restEvent({ identity: { userArn: SESSION } }, { resource }));
    const { onlyUseCase, onlyOversight } = caller;
    expect({ onlyUseCase, onlyOversight }).toEqual({
      onlyUseCase: undefined,
      onlyOversight: undefined,
      ...bound,
    });
  });

  test('the path as it was called is not looked at: whoever calls writes it', () => {
    const { caller } = atApi(
      restEvent(
        { identity: { userArn: SESSION }, path: '/v1/use-cases/billing/answers' },
        { resource: '/use-cases/discharge-summary/answers', path: '/use-cases/billing/answers' },
      ),
    );
    expect(caller.onlyUseCase).toBe('discharge-summary');
  });

  test('a body in base64 is read as bytes', () => {
    const event = restEvent({ identity: { userArn: SESSION } }, { body: 'e30=', isBase64Encoded: true });
    expect(atApi(event).body).toEqual(Buffer.from('{}'));
  });

  test.each([
    ['nobody', {}],
    ['the root user', { identity: { userArn: 'arn:aws:iam::111122223333:root' } }],
    ['a federated user', { identity: { userArn: 'arn:aws:sts::111122223333:federated-user/ana' } }],
    ['an ARN with more behind it', { identity: { userArn: `${SESSION}/x` } }],
    ['a role and a person at once', { identity: { userArn: SESSION }, authorizer: { claims: { sub: 'x' } } }],
    ['a token of another pool', { authorizer: { claims: claims({ iss: `${ISSUER}x` }) } }],
    ['a token without an issuer', { authorizer: { claims: claims({ iss: undefined }) } }],
    ['a token of no use', { authorizer: { claims: claims({ token_use: 'refresh' }) } }],
    ['claims of a custom authorizer', { authorizer: { sub: 'x', iss: ISSUER } }],
  ])('%s is not let in', (_, context) => {
    expect(refusal(() => atApi(restEvent(context)))).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['another API', restEvent({ apiId: 'zzz999', identity: { userArn: SESSION } })],
    ['a load balancer', { requestContext: { elb: { targetGroupArn: GROUP_ARN } }, body: '{}' }],
    ['a direct call', { useCase: 'discharge-summary' }],
    ['nothing', null],
  ])('an event of %s is of another door', (_, event) => {
    expect(refusal(() => atApi(event))).toBe('DOOR_UNKNOWN');
  });

  test('headers and body prove nothing', () => {
    const event = restEvent(
      {},
      {
        headers: {
          'x-amzn-mtls-clientcert-leaf': certificate('spiffe'),
          'x-user-arn': SESSION,
          authorization: 'Bearer forged',
        },
        body: JSON.stringify({ requestContext: { identity: { userArn: SESSION } }, claims: claims() }),
      },
    );
    expect(refusal(() => atApi(event))).toBe('UNAUTHENTICATED');
  });
});

function claims(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    iss: ISSUER,
    sub: '0a1b2c3d-1111-4222-8333-444455556666',
    token_use: 'id',
    'cognito:groups': 'attending,ward-3',
    ...changes,
  };
}

describe('people', () => {
  const asPerson = (given: Record<string, unknown>) =>
    atApi(restEvent({ authorizer: { claims: given } })).caller;

  test('a person of a pool that asks everybody for a second factor is known by the groups of the token', () => {
    expect(asPerson(claims())).toEqual({
      principal: 'cognito:us-east-1_Ab1/0a1b2c3d-1111-4222-8333-444455556666',
      authentication: 'cognito',
      secondFactor: true,
      grants: ['group:attending', 'group:ward-3'],
    });
  });

  test.each([
    ['a text with commas', 'attending,ward-3'],
    ['a text in brackets', '[attending ward-3]'],
    ['a list', ['attending', 'ward-3']],
  ])('groups are read from %s', (_, groups) => {
    expect(asPerson(claims({ 'cognito:groups': groups })).grants).toEqual([
      'group:attending',
      'group:ward-3',
    ]);
  });

  test.each([['mfa'], ['pwd,otp'], [['pwd', 'hwk']]])(
    'amr of %p is a second factor where the pool asks for none',
    (amr) => {
      expect(asPerson(claims({ iss: FREE_ISSUER, amr })).secondFactor).toBe(true);
    },
  );

  test.each([[undefined], ['pwd'], ['mfax'], [[]]])('amr of %p is none', (amr) => {
    expect(refusal(() => asPerson(claims({ iss: FREE_ISSUER, amr })))).toBe('SECOND_FACTOR_MISSING');
  });

  test('a person without groups is let in and is of no list', () => {
    const caller = asPerson(claims({ 'cognito:groups': undefined }));
    expect(isAmong(caller, ['group:attending', caller.principal])).toBe(false);
  });
});

const albEvent = (headers: object, more: object = {}): object => ({
  requestContext: { elb: { targetGroupArn: GROUP_ARN } },
  httpMethod: 'POST',
  path: '/',
  headers,
  body: '{}',
  isBase64Encoded: false,
  ...more,
});
const atBalancer = (event: unknown) => arrivalAt(doorNamed('balancer'), event, `${FUNCTION}:balancer`);
const LEAF = 'x-amzn-mtls-clientcert-leaf';

describe('load balancer', () => {
  test('a client is known by the SPIFFE id of its certificate', () => {
    const principal = 'spiffe://clinic.example/ward/discharge';
    const one = atBalancer(albEvent({ [LEAF]: certificate('spiffe') })).caller;
    expect(one).toEqual({ principal, authentication: 'mutual-tls', grants: [principal] });
    const many = albEvent({}, { headers: undefined, multiValueHeaders: { [LEAF]: [certificate('spiffe')] } });
    expect(atBalancer(many).caller.principal).toBe(principal);
  });

  test.each<[string, object, object?]>([
    ['no certificate', {}],
    [
      'two certificates',
      {},
      { multiValueHeaders: { [LEAF]: [certificate('spiffe'), certificate('spiffe')] } },
    ],
    [
      'one in each kind of header',
      { [LEAF]: certificate('spiffe') },
      { multiValueHeaders: { [LEAF]: [certificate('spiffe')] } },
    ],
    [
      'one that differs by case',
      { [LEAF]: certificate('spiffe'), [LEAF.toUpperCase()]: certificate('spiffe') },
    ],
    ['a certificate with two SPIFFE ids', { [LEAF]: certificate('two-spiffe-ids') }],
    ['a certificate that names a host', { [LEAF]: certificate('dns-name') }],
    ['a certificate whose host name plays a SPIFFE id', { [LEAF]: certificate('quoted-name') }],
    ['no certificate at all', { [LEAF]: 'spiffe://clinic.example/ward/discharge' }],
    ['a chain that nobody has verified', { 'x-amzn-mtls-clientcert': certificate('spiffe') }],
    [
      'a verified one beside one that is not',
      { [LEAF]: certificate('spiffe'), 'X-Amzn-Mtls-Clientcert': 'x' },
    ],
    [
      'a subject in a header',
      { 'x-amzn-mtls-clientcert-subject': 'CN=spiffe://clinic.example/ward/discharge' },
    ],
    ['broken percent signs', { [LEAF]: '%%%' }],
  ])('%s is not let in', (_, headers, more = {}) => {
    expect(refusal(() => atBalancer(albEvent(headers, more)))).toBe('UNAUTHENTICATED');
  });

  test.each([
    ...[
      ['another target group', GROUP_ARN.replace('/gateway/', '/gateways/')],
      ['a target group whose name ends as it', GROUP_ARN.replace('/gateway/', '/x/gateway/')],
      ['another account', GROUP_ARN.replace('111122223333', '444455556666')],
      ['another Region', GROUP_ARN.replace('us-east-1', 'us-west-2')],
      ['another partition', GROUP_ARN.replace('arn:aws:', 'arn:aws-us-gov:')],
      ['no id of a target group', 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/gateway/'],
      ['a load balancer', GROUP_ARN.replace('targetgroup', 'loadbalancer')],
    ].map(([name, targetGroupArn]): [string, object] => [
      name ?? '',
      { ...albEvent({ [LEAF]: certificate('spiffe') }), requestContext: { elb: { targetGroupArn } } },
    ]),
    ['an API', restEvent({ identity: { userArn: SESSION } }, { headers: { [LEAF]: certificate('spiffe') } })],
  ])('an event of %s is of another door', (_, event) => {
    expect(refusal(() => atBalancer(event))).toBe('DOOR_UNKNOWN');
  });
});

test.each(['', '-gateway', 'gateway-', 'g'.repeat(33), 'gate/way', '*'])(
  'no target group is named %p',
  (targetGroupName) => {
    const door = { door: 'load-balancer', targetGroupName };
    expect(doorsSchema.safeParse({ balancer: door }).success).toBe(false);
    expect(doorsSchema.safeParse({ balancer: { ...door, targetGroupName: 'g'.repeat(32) } }).success).toBe(
      true,
    );
  },
);

describe('direct calls', () => {
  const direct = (event: unknown) => arrivalAt(doorNamed('discharge'), event, `${FUNCTION}:discharge`);

  test('the caller is the principal of the alias, whatever the payload says', () => {
    const { caller } = direct({ caller: 'arn:aws:iam::111122223333:role/admin', claims: claims() });
    expect(caller).toEqual({ principal: ROLE, authentication: 'lambda-alias', grants: [ROLE] });
  });

  test.each([
    ['an event of an API', restEvent({ identity: { userArn: SESSION } })],
    ['an event of a load balancer', albEvent({ [LEAF]: certificate('spiffe') })],
    ['text', 'hello'],
    ['null', null],
  ])('%s is refused', (_, event) => {
    expect(refusal(() => direct(event))).toBe('DOOR_UNKNOWN');
  });
});
