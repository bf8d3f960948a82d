import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { doorOf } from '../../lambda/gateway/doors/door';
import { readSettings } from '../../lambda/gateway/settings';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import { PROMPT_FILE } from '../../lib/contract/gateway';
import { LEDGER_VARIABLES } from '../../lib/contract/ledger';
import { AiGateway, type AiGatewayProps } from '../../lib/gateway/ai-gateway';
import { ACCOUNT, text } from '../encryption/policy-evaluator';
import { assemblyOf, judgedOnTheDay } from '../support/judge-template';
import { at, refusal, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { Access } from './access';
import { builtGateway } from './built-gateway';
import { gatewayPlace, LETTER, SUMMARY } from './gateway-place';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const template = builtGateway(outdir);
const access = new Access(template);
const functionNamed = (description: string) => {
  const found = resourcesOf(template, 'AWS::Lambda::Function').find(
    ({ Properties }) => Properties['Description'] === description,
  );
  if (!found) throw new Error(`no function ${description}`);
  return found;
};
const whole = functionNamed('The AI gateway');
const streaming = functionNamed('The AI gateway, in pieces');

/** As the deployment would fill it in: references become an id, roles get their ARNs. */
function resolved(value: Json | undefined): string {
  return text(value)
    .replaceAll(/<(\w+)\.Arn>/gu, (_, id: string) => `arn:aws:iam::${ACCOUNT}:role/${id}`)
    .replaceAll(/<\w+\.Version>/gu, '7')
    .replaceAll(/<(\w+)(?:\.\w+)?>/gu, (_, id: string) => id.toLowerCase());
}

function environmentOf({ Properties }: typeof whole): Readonly<Record<string, string>> {
  const variables = at(Properties['Environment'], 'Variables') as Readonly<Record<string, Json>>;
  const entries = Object.entries(variables).map(([name, value]) => [name, resolved(value)] as const);
  return { AWS_REGION: 'us-east-1', ...Object.fromEntries(entries) };
}

function assetOf({ Properties }: typeof whole): string {
  const [hash = ''] = text(at(Properties['Code'], 'S3Key')).split('.');
  return path.join(outdir, `asset.${hash}`);
}

/** Settings as the function reads them in its folder. */
function settingsOf(made: typeof whole) {
  const before = process.cwd();
  try {
    process.chdir(assetOf(made));
    return readSettings(environmentOf(made));
  } finally {
    process.chdir(before);
  }
}

describe.each([
  ['whole', whole, 'index.handler'],
  ['in pieces', streaming, 'index.streamHandler'],
])('the function that answers %s', (_, made, handler) => {
  const settings = settingsOf(made);

  test('starts with what it finds in its environment and its bundle', () => {
    expect(made.Properties['Handler']).toBe(handler);
    expect([...settings.useCases.keys()]).toEqual(['discharge-summary', 'patient-letter']);
    expect(settings.useCases.get('patient-letter')?.approvers).toEqual(LETTER.approvers);
    expect(settings.guardrail?.version).toBe('7');
    expect(settings.onLeak).toBe('mask');
    // no table is made, so claims are objects of the bucket
    expect(settings.claimTable).toBeUndefined();
  });

  test('has prompts and code beside each other, and the handler in the code', () => {
    const prompts = JSON.parse(readFileSync(path.join(assetOf(made), PROMPT_FILE), 'utf8')) as unknown;
    expect(prompts).toEqual({ 'summary:2': SUMMARY.prompts[0].text });
    expect(readFileSync(path.join(assetOf(made), 'index.js'), 'utf8')).toContain(
      handler.split('.')[1] ?? '?',
    );
  });

  test('has a door for the API and one for each consumer, and no other', () => {
    expect(Object.keys(settings.doors).sort()).toEqual(['letters', 'rest-api', 'triage']);
    const arn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:gateway`;
    expect(doorOf(settings.doors, `${arn}:rest-api`)).toMatchObject({
      door: 'rest-api',
      apiId: access.id('AWS::ApiGateway::RestApi').toLowerCase(),
      issuers: [],
    });
    expect(doorOf(settings.doors, `${arn}:letters`)).toEqual({
      door: 'direct',
      principal: `arn:aws:iam::${ACCOUNT}:role/${access.role('Letters')}`,
    });
  });

  test('knows where the ledger is', () => {
    expect(environmentOf(made)).toMatchObject({
      [LEDGER_VARIABLES.bucket]: access.id('AWS::S3::Bucket', 'Records').toLowerCase(),
      [LEDGER_VARIABLES.digestSecretArn]: access.id('AWS::SecretsManager::Secret').toLowerCase(),
    });
  });
});

test('with a load balancer has a door for its target group, and an alias that nobody may invoke yet', () => {
  const stack = testStack();
  const { props } = gatewayPlace(stack);
  const gateway = new AiGateway(stack, 'Gateway', { ...props, loadBalancer: { targetGroupName: 'ai' } });
  const template = synthesize(stack);
  const doors = resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ Properties }) => {
    const given = at(Properties['Environment'], 'Variables', GATEWAY_VARIABLES.doors);
    return given === undefined ? [] : [JSON.stringify(given)];
  });
  expect(doors).toHaveLength(2);
  expect(doors.every((each) => each.includes('targetGroupName'))).toBe(true);
  const aliases = resourcesOf(template, 'AWS::Lambda::Alias').map(({ Properties }) => Properties['Name']);
  expect(aliases.map(text).toSorted()).toEqual(['load-balancer', 'rest-api', 'rest-api']);
  expect(gateway.doorAlias?.aliasName).toBe('load-balancer');
  for (const { Properties } of resourcesOf(template, 'AWS::Lambda::Permission'))
    expect(Properties['Principal']).not.toBe('elasticloadbalancing.amazonaws.com');
});

describe('an alias', () => {
  const aliases = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Alias');
  const aliasOf = (prefix: string) => access.id('AWS::Lambda::Alias', prefix);

  test('is there for each door of each function', () => {
    expect(aliases.map(([, { Properties }]) => text(Properties['Name'])).sort()).toEqual(
      ['letters', 'letters', 'rest-api', 'rest-api', 'triage', 'triage'].sort(),
    );
  });

  test.each([
    ['Letters', 'letters'],
    ['Triage', 'triage'],
  ])('of a consumer is invoked by its role %s and by no other', (role, name) => {
    const may = (alias: string) =>
      access.onResource(access.role(role), 'lambda:InvokeFunction', `<${alias}>`) === 'allowed';
    const allowed = aliases.filter(([id]) => may(id)).map(([, { Properties }]) => text(Properties['Name']));
    expect(allowed).toEqual([name, name]);
  });

  test('of the API is invoked by that API, by its methods, and in no test', () => {
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com',
    );
    expect(permissions.length).toBe(resourcesOf(template, 'AWS::ApiGateway::Method').length);
    const api = access.id('AWS::ApiGateway::RestApi');
    for (const { Properties } of permissions) {
      expect([
        `<${aliasOf('GatewayFunctionAliasrest')}>`,
        `<${aliasOf('GatewayStreamingFunctionAliasrest')}>`,
      ]).toContain(text(Properties['FunctionName']));
      expect(text(Properties['SourceArn'])).toContain(`:<${api}>/`);
      expect(text(Properties['SourceArn'])).not.toContain('test-invoke-stage');
    }
  });

  test('of the API is kept ready where the settings say so, and of nothing else', () => {
    const ready = aliases.filter(([, { Properties }]) => 'ProvisionedConcurrencyConfig' in Properties);
    expect(ready.map(([id]) => id)).toEqual([aliasOf('GatewayFunctionAliasrest')]);
  });
});

test('there is no function URL', () => {
  expect(resourcesOf(template, 'AWS::Lambda::Url')).toEqual([]);
});

/** What surrounds the gateway is judged elsewhere. */
const OURS = /^(?:Gateway(?!Keys)|Ledger|Bodies|Records|Keeping|UseCase)/u;

/** Of the account and not of the gateway: `DataRetentionMode` and `InvocationLogging` are for these. */
const OF_THE_ACCOUNT = ['bedrock-data-retention', 'bedrock-invocation-logging'];

/** What a user of the gateway accepts in writing; docs/gateway.md says why. */
const ACCEPTED = [
  'apigateway-cache-enabled',
  'apigateway-client-certificate',
  'apigateway-execute-endpoint',
  'apigateway-key-required',
  'apigateway-stage-tracing',
  'apigateway-usage-plan',
  'apigateway-waf',
  'backup-s3-in-backup-plan',
  'events-dead-letter-queue',
  'iam-no-open-write',
  'lambda-code-signing',
  'lambda-customer-key',
  'lambda-dead-letter-queue',
  'lambda-tracing',
  's3-bucket-event-notifications',
  's3-bucket-object-lock',
  // COMPLIANCE cannot be undone: production asks for it
  's3-bucket-object-lock-compliance',
  's3-bucket-replicated',
  'secretsmanager-rotated',
];

test('it breaks no rule of the strict profile but those its user accepts', () => {
  const { rules } = ruleSet(RULES, { profile: 'strict' });
  const broken = judgedOnTheDay(assemblyOf(template as unknown as JsonObject), rules).filter(
    ({ rule, verdict, resource }) =>
      (verdict === 'finding' || verdict === 'unknown') &&
      OURS.test(resource.logicalId) &&
      !OF_THE_ACCOUNT.includes(rule.id),
  );
  const unaccepted = broken
    .filter(({ rule }) => !ACCEPTED.includes(rule.id))
    .map(({ rule, resource, observations }) => [rule.id, resource.logicalId, observations]);
  expect(unaccepted).toEqual([]);
  expect([...new Set(broken.map(({ rule }) => rule.id))].sort()).toEqual(ACCEPTED);
});

describe('it is refused', () => {
  const codeOf = (change: (props: AiGatewayProps, stack: Stack) => Partial<AiGatewayProps>) => {
    const stack = testStack();
    const { props } = gatewayPlace(stack);
    return refusal(() => new AiGateway(stack, 'Gateway', { ...props, ...change(props, stack) })).code;
  };
  const someone = (stack: Stack) =>
    new iam.Role(stack, 'Someone', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });

  test('without a use case, and with one twice', () => {
    expect(codeOf(() => ({ useCases: [] }))).toBe('NoUseCases');
    expect(codeOf(({ useCases }) => ({ useCases: [...useCases, ...useCases] }))).toBe('UseCaseTwice');
  });

  test.each(['', 'rest-api', 'load-balancer', '7', '1a', 'Letters', 'a_b', 'a'.repeat(65)])(
    'with a consumer called %p',
    (name) => {
      expect(codeOf((_, stack) => ({ consumers: { [name]: someone(stack) } }))).toBe('Consumer');
    },
  );

  test.each([0, -1, 1.5, Number.NaN])('with a provisioned concurrency of %p', (provisionedConcurrency) => {
    expect(codeOf(() => ({ provisionedConcurrency }))).toBe('ProvisionedConcurrency');
  });

  test('with none of that it is not: names of 64 and one environment kept ready', () => {
    const stack = testStack();
    const { props } = gatewayPlace(stack);
    const consumers = { ['a'.repeat(64)]: someone(stack) };
    expect(
      () => new AiGateway(stack, 'Gateway', { ...props, consumers, provisionedConcurrency: 1 }),
    ).not.toThrow();
  });
});
