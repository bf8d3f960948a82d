import { aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { DeniedDoors } from '../../lib/bedrock/denied-doors';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { ModelBoundary } from '../../lib/bedrock/model-boundary';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
import { UseCaseProfiles } from '../../lib/bedrock/use-case-profiles';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import { judge } from '../../lib/compliance/judge';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { ACCOUNT, REGION, text } from '../encryption/policy-evaluator';
import { assemblyOf } from '../support/judge-template';
import { deployed, statementsIn } from '../support/plain-document';
import { onlyResource, synthesize, testStack, type Json } from '../support/synthesize';
import { ALLOWED_REGIONS, KEEPER, LITE, PRO, TODAY } from './approved-models';

const stack = testStack();
const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
const guardrail = new PhiGuardrail(stack, 'Guardrail', { name: 'invented', encryptionKey });
const access = new ModelAccess(stack, 'Models', {
  models: [LITE, PRO, KEEPER],
  allowedRegions: ALLOWED_REGIONS,
  today: TODAY,
});
const boundary = new ModelBoundary(stack, 'Boundary', {
  access,
  dataClass: 'PHI',
  guardrail,
  doors: new DeniedDoors(stack, 'Doors'),
  maximum: [
    new iam.PolicyStatement({
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/invented:*`],
    }),
  ],
});
const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
boundary.boundAll(role);
const template = synthesize(stack);
const document = onlyResource(template, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];

const IDENTIFIER = text(stack.resolve(guardrail.identifier) as Json);
const MODEL = `arn:aws:bedrock:${REGION}::foundation-model/${LITE.modelId}`;

/** A role whose own policy allows everything. */
function ask(
  action: string,
  resource: string,
  context: Readonly<Record<string, readonly string[]>> = {},
  bounds = document,
): string {
  return evaluate(
    {
      principal: { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/invented`, session: 'one' },
      action,
      resource: { arn: resource, account: ACCOUNT },
      context,
    },
    {
      identity: statementsIn({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
      }),
      boundary: statementsIn(bounds),
    },
  ).verdict;
}

const RIGHT = { 'bedrock:GuardrailIdentifier': [IDENTIFIER] };

test('a role under it invokes approved models with the numbered guardrail', () => {
  expect(ask('bedrock:InvokeModel', MODEL, RIGHT)).toBe('allowed');
  expect(ask('bedrock:InvokeModelWithResponseStream', MODEL, RIGHT)).toBe('allowed');
});

test.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
  ['without the guardrail', MODEL, {}],
  [
    'with a draft of it',
    MODEL,
    { 'bedrock:GuardrailIdentifier': [IDENTIFIER.replace(/:[^:]*$/u, ':DRAFT')] },
  ],
  ['that is not approved', `arn:aws:bedrock:${REGION}::foundation-model/amazon.nova-premier-v1:0`, RIGHT],
  ['that is approved for other data', `arn:aws:bedrock:${REGION}::foundation-model/${KEEPER.modelId}`, RIGHT],
])('a role under it, whatever its own policy says, invokes no model %s', (_, resource, context) => {
  expect(ask('bedrock:InvokeModel', resource, context)).toBe('denied');
});

test.each(['bedrock-mantle:CreateInference', 'bedrock:InvokeAgent', 'bedrock:CallWithBearerToken'])(
  'a role under it finds %s closed',
  (action) => {
    expect(ask(action, '*', RIGHT)).toBe('denied');
  },
);

test('a role under it does what its maximum names and nothing else', () => {
  expect(ask('logs:PutLogEvents', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/invented:log-stream:a`)).toBe(
    'allowed',
  );
  expect(ask('logs:PutLogEvents', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/other:log-stream:a`)).toBe(
    'denied',
  );
  expect(ask('s3:GetObject', 'arn:aws:s3:::notes/a')).toBe('denied');
  expect(
    ask('bedrock:ApplyGuardrail', text(stack.resolve(guardrail.guardrail.attrGuardrailArn) as Json)),
  ).toBe('allowed');
});

describe('a maximum that somebody wrote too wide', () => {
  const wide = testStack();
  const wideGuardrail = new PhiGuardrail(wide, 'Guardrail', {
    name: 'invented',
    encryptionKey: new kms.Key(wide, 'Key'),
  });
  new ModelBoundary(wide, 'Boundary', {
    access: new ModelAccess(wide, 'Models', {
      models: [LITE, KEEPER],
      allowedRegions: ALLOWED_REGIONS,
      today: TODAY,
    }),
    dataClass: 'PHI',
    guardrail: wideGuardrail,
    doors: new DeniedDoors(wide, 'Doors'),
    maximum: [new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })],
  });
  const bounds = onlyResource(synthesize(wide), 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];

  test('opens what it names', () => {
    expect(ask('s3:GetObject', 'arn:aws:s3:::notes/a', {}, bounds)).toBe('allowed');
    expect(ask('bedrock:InvokeModel', MODEL, RIGHT, bounds)).toBe('allowed');
  });

  test('opens no other model, no call without the guardrail, and no closed door', () => {
    const keeper = `arn:aws:bedrock:${REGION}::foundation-model/${KEEPER.modelId}`;
    expect(ask('bedrock:InvokeModel', keeper, RIGHT, bounds)).toBe('denied');
    expect(ask('bedrock:InvokeModel', MODEL, {}, bounds)).toBe('denied');
    for (const action of [
      'bedrock-mantle:CreateInference',
      'bedrock:InvokeFlow',
      'bedrock:PutAccountDataRetention',
    ])
      expect([action, ask(action, '*', RIGHT, bounds)]).toEqual([action, 'denied']);
  });
});

test('bounds the roles it is told to', () => {
  expect(onlyResource(template, 'AWS::IAM::Role').Properties['PermissionsBoundary']).toEqual({
    Ref: expect.stringMatching(/^Boundary/u) as string,
  });
});

test('fits what IAM takes', () => {
  expect(JSON.stringify(deployed(document ?? null)).length).toBeLessThan(6_144);
});

test('our own rules find nothing in the policy but what other constructs bring', () => {
  const found = judge(assemblyOf(template as unknown as JsonObject), RULES)
    .filter(({ resource }) => resource.type === 'AWS::IAM::ManagedPolicy')
    .filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown')
    .map(({ rule }) => rule.id);
  expect(found).toEqual(['bedrock-data-retention', 'bedrock-invocation-logging']);
});

describe('with profiles of use cases', () => {
  const other = testStack();
  const models = new ModelAccess(other, 'Models', {
    models: [LITE, PRO, KEEPER],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
  });
  const profiles = new UseCaseProfiles(other, 'Profiles', {
    access: models,
    useCases: [{ manifest: { id: 'triage', dataClass: 'PHI' }, modelIds: [PRO.modelId, LITE.modelId] }],
  });
  new ModelBoundary(other, 'Boundary', {
    access: models,
    dataClass: 'PHI',
    guardrail: new PhiGuardrail(other, 'Guardrail', {
      name: 'invented',
      encryptionKey: new kms.Key(other, 'Key'),
    }),
    doors: new DeniedDoors(other, 'Doors'),
    maximum: [],
    profiles,
  });
  const made = synthesize(other);
  const arnOf = (id: string) => `arn:aws:bedrock:${REGION}:${ACCOUNT}:application-inference-profile/${id}`;
  const bounds = JSON.parse(
    JSON.stringify(
      deployed(onlyResource(made, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'] ?? null),
    ).replaceAll(/<(\w+)\.InferenceProfileArn>/gu, (_, id: string) => arnOf(id)),
  ) as Json;
  const [pro = '', lite = ''] = Object.entries(made.Resources).flatMap(([id, { Type }]) =>
    Type === 'AWS::Bedrock::ApplicationInferenceProfile' ? [arnOf(id)] : [],
  );
  const through = (profile: string) => ({ ...RIGHT, 'bedrock:InferenceProfileArn': [profile] });

  test('a role under it calls their models through them, with the guardrail', () => {
    for (const profile of [pro, lite]) {
      expect(ask('bedrock:InvokeModel', profile, RIGHT, bounds)).toBe('allowed');
      expect(ask('bedrock:InvokeModel', profile, {}, bounds)).toBe('denied');
    }
    expect(ask('bedrock:InvokeModel', MODEL, through(lite), bounds)).toBe('allowed');
    const abroad = `arn:aws:bedrock:us-west-2::foundation-model/${PRO.modelId}`;
    expect(ask('bedrock:InvokeModel', abroad, through(pro), bounds)).toBe('allowed');
    expect(ask('bedrock:InvokeModel', abroad, RIGHT, bounds)).toBe('denied');
  });

  test('it reaches no other profile, and through these no other model', () => {
    expect(ask('bedrock:InvokeModel', arnOf('another'), RIGHT, bounds)).toBe('denied');
    const keeper = `arn:aws:bedrock:${REGION}::foundation-model/${KEEPER.modelId}`;
    expect(ask('bedrock:InvokeModel', keeper, through(pro), bounds)).toBe('denied');
  });

  test('without them it reaches none', () => {
    expect(ask('bedrock:InvokeModel', lite, RIGHT)).toBe('denied');
  });
});
