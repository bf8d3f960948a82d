import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { UseCaseProfile, type UseCaseProfileProps } from '../../lib/bedrock/use-case-profile';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { ACCOUNT, text } from '../encryption/policy-evaluator';
import { assemblyOf, judgedOnTheDay } from '../support/judge-template';
import { statementsIn } from '../support/plain-document';
import { onlyResource, refusal, synthesize, testApp, testStack, type Json } from '../support/synthesize';
import { ALLOWED_REGIONS, KEEPER, LITE, PRO, TODAY } from './approved-models';

function profileIn(stack: Stack, change: Partial<UseCaseProfileProps> = {}): UseCaseProfile {
  const access = new ModelAccess(stack, 'Models', {
    models: [LITE, PRO, KEEPER],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
  });
  return new UseCaseProfile(stack, 'Summaries', {
    useCase: 'discharge-summaries',
    access,
    modelId: LITE.modelId,
    dataClass: 'PHI',
    ...change,
  });
}

const sourceOf = (change: Partial<UseCaseProfileProps>) => {
  const stack = testStack();
  profileIn(stack, change);
  const { Properties } = onlyResource(synthesize(stack), 'AWS::Bedrock::ApplicationInferenceProfile');
  return { Properties, source: text((Properties['ModelSource'] as { CopyFrom: Json }).CopyFrom) };
};

test('it is one use case on one model, and says so in its tags', () => {
  const { Properties, source } = sourceOf({});
  expect(source).toBe(`arn:aws:bedrock:us-east-1::foundation-model/${LITE.modelId}`);
  expect(Properties['InferenceProfileName']).toBe('discharge-summaries');
  expect(Properties['Tags']).toEqual([
    { Key: 'hipaa-ai:data-class', Value: 'PHI' },
    { Key: 'hipaa-ai:use-case', Value: 'discharge-summaries' },
  ]);
});

test('a model that is called through a profile is copied from it', () => {
  expect(sourceOf({ modelId: PRO.modelId }).source).toBe(
    `arn:aws:bedrock:us-east-1:${ACCOUNT}:inference-profile/us.amazon.nova-pro-v1:0`,
  );
});

test('its callers reach the model through it, and in no other way', () => {
  const stack = testStack();
  const profile = profileIn(stack, { modelId: PRO.modelId });
  const guarded = { 'bedrock:GuardrailIdentifier': 'guardrail-1' };
  new iam.ManagedPolicy(stack, 'Policy', { statements: [...profile.invokeStatements(guarded)] });
  const { Properties } = onlyResource(synthesize(stack), 'AWS::IAM::ManagedPolicy');
  const identity = statementsIn(Properties['PolicyDocument']);
  const own = text(stack.resolve(profile.profile.attrInferenceProfileArn) as Json);
  const ask = (arn: string, context: Readonly<Record<string, string>>) =>
    evaluate(
      {
        principal: { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/caller`, session: 'one' },
        action: 'bedrock:InvokeModel',
        resource: { arn, account: ACCOUNT },
        context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value]])),
      },
      { identity },
    ).verdict;
  const model = `arn:aws:bedrock:us-west-2::foundation-model/${PRO.modelId}`;
  expect(ask(own, guarded)).toBe('allowed');
  expect(ask(own, {})).toBe('denied');
  expect(ask(model, { ...guarded, 'bedrock:InferenceProfileArn': own })).toBe('allowed');
  expect(ask(model, guarded)).toBe('denied');
  expect(ask(model, { 'bedrock:InferenceProfileArn': own })).toBe('denied');
  expect(ask(`arn:aws:bedrock:us-east-1::foundation-model/${LITE.modelId}`, guarded)).toBe('denied');
});

test('our own rules find nothing in it', () => {
  const stack = testStack();
  profileIn(stack, { modelId: PRO.modelId });
  const found = judgedOnTheDay(assemblyOf(synthesize(stack) as unknown as JsonObject), RULES)
    .filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown')
    .map(({ rule, observations }) => [rule.id, observations]);
  expect(found).toEqual([]);
});

describe('is refused', () => {
  const code = (change: Partial<UseCaseProfileProps>, stack = testStack()) =>
    refusal(() => profileIn(stack, change)).code;

  test.each(['', 'Discharge', 'a b', 'a--b', '-a', 'a-', 'a'.repeat(65)])(
    'for the use case "%s"',
    (useCase) => {
      expect(code({ useCase })).toBe('UseCase');
    },
  );

  test('for a model that is not approved, or not for such data', () => {
    expect(code({ modelId: 'amazon.nova-premier-v1:0' })).toBe('UseCaseModel');
    expect(code({ modelId: KEEPER.modelId })).toBe('UseCaseModel');
  });

  test('in a Region the model is not called in, or that is not known', () => {
    expect(code({}, testStack({ env: { region: 'us-west-2' } }))).toBe('UseCaseRegion');
    expect(code({}, new Stack(testApp(), 'Test'))).toBe('UseCaseRegion');
  });
});

test.each(['a', 'a'.repeat(64), 'intake-2'])('the use case "%s" is taken', (useCase) => {
  expect(sourceOf({ useCase }).Properties['InferenceProfileName']).toBe(useCase);
});
