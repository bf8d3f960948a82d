import { evaluate, type Policies } from '../../lib/compliance/policy/evaluate';
import { readDocument } from '../../lib/compliance/policy/document';
import type { Statement } from '../../lib/compliance/policy/statement';
import { GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import type { ModelProfiles } from '../../lib/contract/model-profiles';
import { TAGS } from '../../lib/contract/tags';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import type { Settings } from '../../lib/environment/settings';
import { KEEPER, LITE, PRO, TODAY } from '../bedrock/approved-models';
import { ACCOUNT, REGION, text } from '../encryption/policy-evaluator';
import { deployed } from '../support/plain-document';
import { at, list, resourcesOf, testApp, type CloudTemplate, type Json } from '../support/synthesize';
import { PROD } from './built';

const { gateway } = PROD;
const [first] = gateway?.useCases ?? [];
if (gateway === undefined || first === undefined) throw new Error('production has no use case');

/** Two use cases; one of their models is called through a profile of Bedrock's that answers in three Regions. */
const SETTINGS: Settings = {
  ...PROD,
  allowedRegions: ['us-east-1', 'us-east-2', 'us-west-2'],
  bedrock: { ...PROD.bedrock, models: [LITE, PRO, KEEPER].map((model) => structuredClone(model) as never) },
  gateway: {
    ...gateway,
    useCases: [first, { ...first, useCase: 'triage', models: [LITE.modelId] }],
  },
};

function synthesized(settings: Settings) {
  const app = testApp();
  const environment = new HipaaAiEnvironment(app, 'Env', { settings, today: TODAY });
  const stacks = app.synth().stacksRecursively;
  const stack = (name: string) => {
    const found = stacks.find(({ stackName }) => stackName === `Env-${name}`);
    if (!found) throw new Error(`no stack ${name}`);
    return found.template as CloudTemplate;
  };
  return { environment, stack };
}

const { environment, stack } = synthesized(SETTINGS);
const template = stack('Gateway');

/** ARN of a profile as the deployment would give it. */
const arnOf = (id: string) => `arn:aws:bedrock:${REGION}:${ACCOUNT}:application-inference-profile/${id}`;
const profiles = Object.entries(template.Resources)
  .filter(([, { Type }]) => Type === 'AWS::Bedrock::ApplicationInferenceProfile')
  .map(([id, { Properties }]) => ({
    arn: arnOf(id),
    name: text(Properties['InferenceProfileName']),
    source: text(at(Properties['ModelSource'], 'CopyFrom')).split('/').at(-1),
    tags: Object.fromEntries(
      list(Properties['Tags']).map((tag) => [text(at(tag, 'Key')), text(at(tag, 'Value'))]),
    ),
  }));
const profileOf = (useCase: string, source: string): string => {
  const found = profiles.find((each) => each.tags[TAGS.useCase] === useCase && each.source === source);
  if (!found) throw new Error(`no profile of ${useCase} on ${source}`);
  return found.arn;
};

/** A document with profiles by the ARNs they get. */
function statementsOf(document: Json | undefined): readonly Statement[] {
  const plain = JSON.stringify(deployed(document ?? null));
  return readDocument(
    JSON.parse(plain.replaceAll(/<(\w+)\.InferenceProfileArn>/gu, (_, id: string) => arnOf(id))) as Json,
  );
}

/** All that the role of the gateway is given. */
const document = {
  Version: '2012-10-17',
  Statement: resourcesOf(template, 'AWS::IAM::ManagedPolicy').flatMap(({ Properties }) =>
    JSON.stringify(Properties['Roles']).includes('GatewayFunctionRole')
      ? [...list(at(Properties['PolicyDocument'], 'Statement'))]
      : [],
  ),
};
const invoking = list(at(document, 'Statement')).find((each) => at(each, 'Sid') === 'InvokeUseCases');
/** The endpoint and the guardrail that are asked for. */
const RIGHT = deployed(at(invoking, 'Condition', 'StringEquals') ?? null) as Readonly<Record<string, string>>;
const endpoint = resourcesOf(stack('Network'), 'AWS::EC2::VPCEndpoint').find(({ Properties }) =>
  text(Properties['ServiceName']).endsWith('bedrock-runtime'),
);
const EVERYTHING = readDocument({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});
const control = environment.bedrock.models
  .organizationStatements()
  .map((each) => each.toStatementJson() as Json);

/** Each layer by itself, beside others that let everything through. */
const LAYERS: Readonly<Record<string, Policies>> = {
  identity: { identity: statementsOf(document) },
  'whatever else its role is given': {
    identity: [...statementsOf(document), ...EVERYTHING],
  },
  endpoint: {
    identity: EVERYTHING,
    endpoint: { type: 'Interface', statements: statementsOf(endpoint?.Properties['PolicyDocument']) },
  },
  organization: {
    identity: EVERYTHING,
    scps: [[...EVERYTHING, ...readDocument({ Version: '2012-10-17', Statement: control })]],
  },
};

type Context = Readonly<Record<string, string>>;

function ask(layer: string, arn: string, context: Context = RIGHT, action = 'bedrock:InvokeModel'): string {
  return evaluate(
    {
      principal: { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/gateway`, session: 'one' },
      action,
      resource: { arn, account: ACCOUNT },
      context: Object.fromEntries(
        Object.entries({ 'aws:PrincipalAccount': ACCOUNT, ...context }).map(([key, value]) => [key, [value]]),
      ),
    },
    LAYERS[layer] ?? {},
  ).verdict;
}

const model = (id: string, region = REGION) => `arn:aws:bedrock:${region}::foundation-model/${id}`;
const US_PRO = `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/us.amazon.nova-pro-v1:0`;
const through = (profile: string): Context => ({ ...RIGHT, 'bedrock:InferenceProfileArn': profile });
const DISCHARGE_PRO = profileOf(first.useCase, 'us.amazon.nova-pro-v1:0');
const TRIAGE_LITE = profileOf('triage', LITE.modelId);
const OWN = ['identity', 'whatever else its role is given'];

test('each model of each use case has a profile of its own, which says so', () => {
  expect(profiles.map(({ tags, source }) => [tags[TAGS.useCase], source])).toEqual([
    [first.useCase, 'us.amazon.nova-pro-v1:0'],
    [first.useCase, LITE.modelId],
    ['triage', LITE.modelId],
  ]);
  expect(new Set(profiles.map(({ name }) => name)).size).toBe(3);
  for (const { name } of profiles) expect(name).toMatch(/^(?:discharge-summary|triage)-[0-9a-f]{12}$/u);
});

test('both functions are told of the ARNs by use case, in the order of its models', () => {
  const told = resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ Properties }) => {
    const variable = at(Properties['Environment'], 'Variables', GATEWAY_VARIABLES.profiles);
    if (variable === undefined) return [];
    const filled = JSON.stringify(variable).replaceAll(
      /\{"Fn::GetAtt":\["(\w+)","InferenceProfileArn"\]\}/gu,
      (_, id: string) => JSON.stringify(arnOf(id)),
    );
    return [JSON.parse(text(JSON.parse(filled) as Json)) as ModelProfiles];
  });
  expect(told).toHaveLength(2);
  for (const { arn, ids } of told)
    expect(
      Object.fromEntries(Object.entries(ids).map(([id, own]) => [id, own.map((each) => `${arn}${each}`)])),
    ).toEqual({
      [first.useCase]: [DISCHARGE_PRO, profileOf(first.useCase, LITE.modelId)],
      triage: [TRIAGE_LITE],
    });
});

describe.each(Object.keys(LAYERS))('a call through a profile: %s', (layer) => {
  test.each(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])('%s passes', (action) => {
    expect(ask(layer, TRIAGE_LITE, RIGHT, action)).toBe('allowed');
    expect(ask(layer, model(LITE.modelId), through(TRIAGE_LITE), action)).toBe('allowed');
  });

  test('passes on the model in each Region where it may answer, whichever profile the condition sees', () => {
    expect(ask(layer, DISCHARGE_PRO)).toBe('allowed');
    expect(ask(layer, US_PRO, through(DISCHARGE_PRO))).toBe('allowed');
    for (const region of SETTINGS.allowedRegions)
      for (const profile of [DISCHARGE_PRO, US_PRO])
        expect(ask(layer, model(PRO.modelId, region), through(profile))).toBe('allowed');
  });

  test('does not reach a model that nobody approved', () => {
    expect(ask(layer, model('amazon.nova-premier-v1:0'), through(DISCHARGE_PRO))).toBe('denied');
    expect(ask(layer, model(PRO.modelId, 'eu-west-1'), through(DISCHARGE_PRO))).toBe('denied');
  });
});

test.each(['identity', 'whatever else its role is given', 'endpoint'])(
  'a model that is approved for other data only is not reached: %s',
  (layer) => expect(ask(layer, model(KEEPER.modelId), through(DISCHARGE_PRO))).toBe('denied'),
);

describe('the role of the gateway', () => {
  test('reaches no model past the profiles', () => {
    expect(ask('identity', model(LITE.modelId))).toBe('denied');
    expect(ask('identity', US_PRO)).toBe('denied');
    expect(ask('identity', US_PRO, through(US_PRO))).toBe('denied');
    expect(ask('identity', model(PRO.modelId, 'us-west-2'))).toBe('denied');
  });

  test.each(OWN)(
    'reaches no profile that is none of its use cases, and none of another account: %s',
    (layer) => {
      expect(ask(layer, arnOf('another'))).toBe('denied');
      expect(ask(layer, TRIAGE_LITE.replace(ACCOUNT, '444455556666'))).toBe('denied');
    },
  );

  test.each(OWN.flatMap((layer) => Object.keys(RIGHT).map((key) => [layer, key] as const)))(
    'is denied without what is asked for: %s, %s',
    (layer, key) => {
      const { [key]: _, ...rest } = through(TRIAGE_LITE);
      expect(ask(layer, TRIAGE_LITE, rest)).toBe('denied');
      expect(ask(layer, model(LITE.modelId), rest)).toBe('denied');
      expect(ask(layer, TRIAGE_LITE, { ...RIGHT, [key]: 'another' })).toBe('denied');
    },
  );
});

test('the endpoint lets profiles of this account through, in its Region, and of no other', () => {
  expect(ask('endpoint', arnOf('another'))).toBe('allowed');
  expect(ask('endpoint', TRIAGE_LITE.replace(ACCOUNT, '444455556666'))).toBe('denied');
  expect(ask('endpoint', TRIAGE_LITE.replace(REGION, 'eu-west-1'))).toBe('denied');
  expect(ask('endpoint', TRIAGE_LITE, { ...RIGHT, 'aws:PrincipalAccount': '444455556666' })).toBe('denied');
});

test('where the settings say so, there are none: models are called by their ids, and no profile passes the endpoint', () => {
  const without = synthesized({ ...SETTINGS, gateway: { ...gateway, inferenceProfiles: false } });
  expect(resourcesOf(without.stack('Gateway'), 'AWS::Bedrock::ApplicationInferenceProfile')).toEqual([]);
  for (const name of ['Network', 'Ai', 'Gateway'])
    expect(JSON.stringify(without.stack(name))).not.toContain('application-inference-profile');
  expect(JSON.stringify(without.stack('Gateway'))).toContain('InvokeApprovedModels');
});
