import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aws_cognito as cognito, aws_iam as iam } from 'aws-cdk-lib';
import { doorOf, doorsSchema } from '../../lambda/gateway/doors/door';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import { GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import { AiGateway, type AiGatewayProps } from '../../lib/gateway/ai-gateway';
import type { GatewayPeople } from '../../lib/gateway/public-callers';
import { PublicGatewayApi, type PublicGatewayApiProps } from '../../lib/gateway/public-gateway-api';
import { ACCOUNT, text, texts } from '../encryption/policy-evaluator';
import { statementsIn } from '../support/plain-document';
import { at, refusal, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { builtPublicGateway, DOMAIN, PARTNER, publicPlace, SECOND_PARTNER } from './public-place';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-public-api-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));
const template = builtPublicGateway(outdir);

/** Of one construct, by the beginning of its logical id. */
const ours = (type: string, prefix: string) =>
  Object.entries(template.Resources).filter(([id, { Type }]) => Type === type && id.startsWith(prefix));
const only = (type: string, prefix: string) => {
  const [first, ...others] = ours(type, prefix);
  if (!first || others.length > 0) throw new Error(`${type} ${prefix}: not one`);
  return { id: first[0], ...first[1] };
};
const api = (prefix: string) => only('AWS::ApiGateway::RestApi', prefix);
const KINDS = ['Partners', 'Portal'] as const;

describe.each(KINDS)('the API of %s', (kind) => {
  const { id, Properties } = api(kind);
  const domain = only('AWS::ApiGateway::DomainName', kind);
  const stage = only('AWS::ApiGateway::Stage', kind);

  test('is regional and answers under its domain alone', () => {
    expect(Properties['EndpointConfiguration']).toEqual({ Types: ['REGIONAL'] });
    expect(Properties['DisableExecuteApiEndpoint']).toBe(true);
    const mapping = only('AWS::ApiGateway::BasePathMapping', kind);
    expect(text(mapping.Properties['DomainName'])).toBe(`<${domain.id}>`);
    expect(text(mapping.Properties['RestApiId'])).toBe(`<${id}>`);
    expect(text(mapping.Properties['Stage'])).toBe(`<${stage.id}>`);
  });

  test('has the same policy of TLS as its domain, as the handshake goes by that of the API', () => {
    expect(Properties['SecurityPolicy']).toBe(domain.Properties['SecurityPolicy']);
    expect(Properties['EndpointAccessMode']).toBe(domain.Properties['EndpointAccessMode']);
  });

  test('stands behind the web ACL', () => {
    const association = only('AWS::WAFv2::WebACLAssociation', kind);
    expect(text(association.Properties['ResourceArn'])).toContain(`/restapis/<${id}>/stages/<${stage.id}>`);
    expect(text(association.Properties['WebACLArn'])).toBe(`<${only('AWS::WAFv2::WebACL', '').id}.Arn>`);
  });

  test('asks on every path who is calling', () => {
    const methods = ours('AWS::ApiGateway::Method', kind).map(([, method]) => method.Properties);
    expect(methods.length).toBeGreaterThan(2);
    const types = new Set(methods.map((method) => method['AuthorizationType']));
    expect(types).toEqual(new Set([kind === 'Partners' ? 'AWS_IAM' : 'COGNITO_USER_POOLS']));
    for (const method of methods) expect(method).toHaveProperty('RequestValidatorId');
  });

  test('invokes its own alias, and no other API does', () => {
    const alias = kind === 'Partners' ? 'publicpartners' : 'publicpeople';
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission').map((permission) => ({
      of: text(permission.Properties['FunctionName']),
      from: text(permission.Properties['SourceArn']),
    }));
    const byThis = permissions.filter(({ from }) => from.includes(`:<${id}>/`));
    expect(byThis).toHaveLength(ours('AWS::ApiGateway::Method', kind).length);
    for (const { of, from } of byThis) {
      expect(of).toMatch(new RegExp(`^<Gateway(?:Streaming)?FunctionAlias${alias}`, 'u'));
      expect(from).not.toContain('test-invoke-stage');
    }
    const others = permissions.filter(({ from }) => !from.includes(`:<${id}>/`));
    for (const { of } of others) expect(of).not.toContain(alias);
  });

  test('logs who called and from where, and nothing of a request', () => {
    const format = JSON.parse(text(at(stage.Properties['AccessLogSetting'], 'Format'))) as object;
    expect(Object.keys(format)).toEqual(
      expect.arrayContaining(['caller', 'sourceIp', 'tls', 'cipher', 'certificate', 'status']),
    );
    expect(Object.values(format).join(' ')).not.toMatch(
      /header|body|querystring|\$context\.path|subjectDN/iu,
    );
  });

  test('logs from the first stage on: the role of the account comes before it', () => {
    expect(stage.DependsOn).toContain(only('AWS::ApiGateway::Account', '').id);
  });
});

describe('TLS', () => {
  test('is 1.3 in the FIPS module alone', () => {
    expect(only('AWS::ApiGateway::DomainName', 'Portal').Properties).toMatchObject({
      SecurityPolicy: 'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
      EndpointAccessMode: 'STRICT',
      DomainName: `portal-${DOMAIN}`,
    });
  });

  test('with client certificates is what API Gateway has with them, and the list of CAs is one version', () => {
    const { Properties } = only('AWS::ApiGateway::DomainName', 'Partners');
    expect(Properties).toMatchObject({
      SecurityPolicy: 'TLS_1_2',
      MutualTlsAuthentication: {
        TruststoreUri: 's3://trust-of-partners/clients.pem',
        TruststoreVersion: 'v.3',
      },
    });
    expect(Properties).not.toHaveProperty('EndpointAccessMode');
  });
});

describe('partners', () => {
  const { id, Properties } = api('Partners');
  const deployedAs = (document: Json | undefined) =>
    statementsIn(
      JSON.parse(
        JSON.stringify(document)
          .replaceAll(`{"Ref":"${id}"}`, '"abc"')
          .replaceAll('"execute-api:/', `"arn:aws:execute-api:us-east-1:${ACCOUNT}:abc/`),
      ) as Json,
    );
  const ANYTHING = statementsIn({
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
  });
  const ask = (role: string, where: string, identity = ANYTHING) =>
    evaluate(
      {
        principal: { kind: 'role', arn: role, session: 'one' },
        action: 'execute-api:Invoke',
        resource: { arn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:abc/v1/POST/${where}` },
        context: {},
      },
      { identity, resource: deployedAs(Properties['Policy']) },
    ).verdict;

  test.each([
    [PARTNER, 'use-cases/discharge-summary/answers', 'allowed'],
    [PARTNER, 'use-cases/discharge-summary/stream', 'allowed'],
    [PARTNER, 'oversight', 'allowed'],
    [PARTNER, 'use-cases/imaging-report/answers', 'denied'],
    [SECOND_PARTNER, 'use-cases/imaging-report/answers', 'allowed'],
    [SECOND_PARTNER, 'use-cases/discharge-summary/answers', 'denied'],
    [SECOND_PARTNER, 'oversight', 'denied'],
  ])('%s on %s: %s', (role, where, verdict) => {
    expect(ask(role, where)).toBe(verdict);
  });

  test('need a policy of their own account besides', () => {
    expect(ask(PARTNER, 'use-cases/discharge-summary/answers', [])).toBe('denied');
  });

  test.each([
    ['another role of their account', 'arn:aws:iam::444455556666:role/Other'],
    ['a role of this account that may call everything', `arn:aws:iam::${ACCOUNT}:role/Discharge`],
    ['a role whose name begins alike', `${PARTNER}-2`],
  ])('%s is none', (_, role) => {
    expect(ask(role, 'use-cases/discharge-summary/answers')).toBe('denied');
  });

  test('find the paths of their use cases, and no others', () => {
    const parts = ours('AWS::ApiGateway::Resource', 'Partners').map(([, { Properties: of }]) =>
      text(of['PathPart']),
    );
    expect([...new Set(parts)].sort()).toEqual(
      ['answers', 'discharge-summary', 'imaging-report', 'oversight', 'stream', 'use-cases'].sort(),
    );
  });
});

describe('people', () => {
  const authorizer = only('AWS::ApiGateway::Authorizer', 'Portal');
  const scopesOf = (part: string) =>
    ours('AWS::ApiGateway::Method', 'Portal').flatMap(([id, { Properties }]) =>
      id.includes(part) ? [texts(Properties['AuthorizationScopes'])] : [],
    );

  test('are known by tokens of the user pool', () => {
    expect(authorizer.Properties['Type']).toBe('COGNITO_USER_POOLS');
    expect(texts(authorizer.Properties['ProviderARNs'])).toEqual([
      `<${only('AWS::Cognito::UserPool', 'People').id}.Arn>`,
    ]);
    for (const [, { Properties }] of ours('AWS::ApiGateway::Method', 'Portal'))
      expect(text(Properties['AuthorizerId'])).toBe(`<${authorizer.id}>`);
  });

  test('ask and decide by scopes of their own', () => {
    expect(scopesOf('answers')).toEqual([['gateway/ask']]);
    expect(scopesOf('stream')).toEqual([['gateway/ask']]);
    expect(scopesOf('oversight')).toEqual([['gateway/decide']]);
  });

  test('are told apart by sub, never by name, in the log', () => {
    const stage = only('AWS::ApiGateway::Stage', 'Portal');
    const format = text(at(stage.Properties['AccessLogSetting'], 'Format'));
    expect(format).toContain('$context.authorizer.claims.sub');
    expect(format).not.toMatch(/username|email|name"/u);
  });
});

test('every door is one that the gateway reads, with the id of its own API', () => {
  const [made] = resourcesOf(template, 'AWS::Lambda::Function').filter(
    ({ Properties }) => Properties['Description'] === 'The AI gateway',
  );
  const given = text(at(made?.Properties['Environment'], 'Variables', GATEWAY_VARIABLES.doors));
  const doors = doorsSchema.parse(
    JSON.parse(given.replaceAll(/<(\w+)(?:\.\w+)?>/gu, (_, id: string) => id.toLowerCase())),
  );
  expect(Object.keys(doors).sort()).toEqual(['public-partners', 'public-people', 'rest-api']);
  const doorBehind = (alias: string) =>
    doorOf(doors, `arn:aws:lambda:us-east-1:${ACCOUNT}:function:gateway:${alias}`);
  expect(doorBehind('public-partners')).toEqual({
    door: 'rest-api',
    apiId: api('Partners').id.toLowerCase(),
    issuers: [],
    secondFactorIssuers: [],
  });
  const issuer = `https://${only('AWS::Cognito::UserPool', 'People').id.toLowerCase()}`;
  expect(doorBehind('public-people')).toEqual({
    door: 'rest-api',
    apiId: api('Portal').id.toLowerCase(),
    issuers: [issuer],
    secondFactorIssuers: [issuer],
  });
});

describe('it is refused', () => {
  const codeOf = (
    change: (place: ReturnType<typeof publicPlace>) => Partial<PublicGatewayApiProps>,
    to: 'toPartners' | 'toPeople' = 'toPartners',
  ) => {
    const place = publicPlace(testStack());
    return refusal(() => new PublicGatewayApi(place.webAcl, 'Api', { ...place[to], ...change(place) })).code;
  };
  const people = (changes: (place: ReturnType<typeof publicPlace>) => Partial<GatewayPeople>) =>
    codeOf((place) => {
      const { userPool, askScopes, decideScopes, secondFactorRequired } = place.people;
      return {
        callers: { people: { userPool, askScopes, decideScopes, secondFactorRequired, ...changes(place) } },
      };
    }, 'toPeople');

  test.each([
    ['nobody', []],
    ['everybody', ['*']],
    ['an account', ['arn:aws:iam::444455556666:root']],
    ['a user, whose keys stay', ['arn:aws:iam::444455556666:user/ana']],
    ['all roles of an account', ['arn:aws:iam::444455556666:role/*']],
    ['a role that no use case lists', ['arn:aws:iam::444455556666:role/Other']],
  ])('with %s for a partner', (_, partners) => {
    const callers = { partners: [...partners] };
    // a partner besides, so that the use cases are asked by somebody
    if (partners.length > 0) callers.partners.push(PARTNER, SECOND_PARTNER);
    expect(codeOf(() => ({ callers, ...(partners.length > 0 ? {} : { useCases: [] }) }))).toBe(
      partners.length > 0 ? 'Partner' : 'PublicUseCase',
    );
  });

  test('with a use case that none of its callers may ask, and without one', () => {
    expect(codeOf(({ forPartners, waiting, inside }) => ({ useCases: [forPartners, waiting, inside] }))).toBe(
      'PublicUseCase',
    );
    expect(codeOf(() => ({ useCases: [] }))).toBe('PublicUseCase');
    expect(codeOf(({ forPartners }) => ({ useCases: [forPartners] }), 'toPeople')).toBe('PublicUseCase');
  });

  test('for people without scopes', () => {
    expect(people(() => ({ askScopes: [] }))).toBe('Scopes');
    expect(people(() => ({ decideScopes: [] }))).toBe('Scopes');
  });

  test.each([cognito.Mfa.OFF, cognito.Mfa.OPTIONAL])(
    'with a second factor said of a pool whose mfa is %s',
    (mfa) => {
      expect(
        people(({ webAcl }) => ({
          userPool: new cognito.UserPool(webAcl, 'Lax', { mfa, mfaSecondFactor: { otp: true, sms: false } }),
        })),
      ).toBe('SecondFactor');
    },
  );

  const gatewayCode = (change: (place: ReturnType<typeof publicPlace>) => Partial<AiGatewayProps>) => {
    const stack = testStack();
    const place = publicPlace(stack);
    return refusal(() => new AiGateway(stack, 'Gateway', { ...place.props, ...change(place) })).code;
  };

  test('by the gateway twice for the same callers, and with a use case that is not the gateway’s', () => {
    expect(
      gatewayCode(({ webAcl, toPartners }) => ({
        publicApis: ['One', 'Two'].map((id) => new PublicGatewayApi(webAcl, id, toPartners)),
      })),
    ).toBe('PublicApi');
    expect(
      gatewayCode(({ webAcl, toPeople, inside }) => ({
        useCases: [inside],
        publicApis: [new PublicGatewayApi(webAcl, 'One', toPeople)],
      })),
    ).toBe('PublicApi');
  });

  test.each(['public-partners', 'public-people'])('with a consumer called %s', (name) => {
    expect(
      gatewayCode(({ webAcl }) => ({
        consumers: { [name]: iam.Role.fromRoleArn(webAcl, 'Someone', PARTNER) },
      })),
    ).toBe('Consumer');
  });
});

test('of a pool that asks nobody for a second factor, the gateway is not told that it does', () => {
  const stack = testStack();
  const { toPeople, people } = publicPlace(stack);
  const userPool = cognito.UserPool.fromUserPoolId(stack, 'Theirs', 'us-east-1_Ab1');
  const { askScopes, decideScopes } = people;
  const made = new PublicGatewayApi(stack, 'Api', {
    ...toPeople,
    callers: { people: { userPool, askScopes, decideScopes, secondFactorRequired: false } },
  });
  expect(stack.resolve(made.door)).toMatchObject({ secondFactorIssuers: [] });
  expect(JSON.stringify(stack.resolve(made.door['issuers']))).toContain('us-east-1_Ab1');
});

test('where nobody who decides calls from outside there is no path for decisions, and no throttle of one', () => {
  const stack = testStack();
  const { props, toPartners, waiting } = publicPlace(stack);
  const made = new PublicGatewayApi(stack, 'Api', {
    ...toPartners,
    callers: { partners: [SECOND_PARTNER] },
    useCases: [waiting],
  });
  new AiGateway(stack, 'Gateway', { ...props, publicApis: [made] });
  expect(made.node.findAll().map(({ node }) => node.id)).toContain('imaging-report');
  expect(made.node.findAll().map(({ node }) => node.id)).not.toContain('oversight');
  const stage = Object.entries(synthesize(stack).Resources).find(
    ([id, { Type }]) => Type === 'AWS::ApiGateway::Stage' && id.startsWith('Api'),
  );
  expect(JSON.stringify(stage?.[1].Properties['MethodSettings'])).not.toContain('oversight');
});

test('without a gateway there are no paths, and nothing is synthesized', () => {
  const stack = testStack();
  const { toPartners } = publicPlace(stack);
  new PublicGatewayApi(stack, 'Api', toPartners);
  expect(() => synthesize(stack)).toThrow(/doesn't contain any methods/u);
});
