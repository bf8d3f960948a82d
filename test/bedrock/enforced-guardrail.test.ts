import { aws_kms as kms, aws_logs as logs, aws_sns as sns, Duration, Stack, Tags } from 'aws-cdk-lib';
import { EnforcedGuardrail, type EnforcedGuardrailProps } from '../../lib/bedrock/enforced-guardrail';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
import { judge } from '../../lib/compliance/judge';
import { PROFILES } from '../../lib/compliance/profile';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { TAGS } from '../../lib/contract/tags';
import { ServiceKeys } from '../../lib/encryption/service-keys';
import { decide, text } from '../encryption/policy-evaluator';
import { settingPlace } from '../support/account-setting-place';
import { assemblyOf } from '../support/judge-template';
import {
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testApp,
  testStack,
  type CloudTemplate,
} from '../support/synthesize';

const APPROVAL = { by: 'model board', on: '2026-11-20', record: 'MB-31' };
const EMBEDDINGS = ['cohere.embed-v4:0', 'amazon.titan-embed-text-v2:0'];
const TYPE = 'AWS::Bedrock::EnforcedGuardrailConfiguration';
const PREFLIGHT = 'Custom::BedrockEnforcedGuardrailPreflight';

function enforceIn(stack: Stack, props: Partial<EnforcedGuardrailProps> = {}, id = 'Enforced') {
  const guardrail = new PhiGuardrail(stack, `${id}Guardrail`, {
    name: id,
    encryptionKey: new kms.Key(stack, `${id}Key`),
  });
  return new EnforcedGuardrail(stack, id, {
    ...settingPlace(stack),
    guardrail,
    approval: APPROVAL,
    ...props,
  });
}

function build(props: Partial<EnforcedGuardrailProps> = {}): CloudTemplate {
  const stack = testStack();
  enforceIn(stack, props);
  return synthesize(stack);
}

const template = build();
const configuration = onlyResource(template, TYPE);
const preflight = onlyResource(template, PREFLIGHT);

describe('what is enforced', () => {
  test('is the numbered version, on all of every prompt, for every model', () => {
    const { Properties } = configuration;
    expect(Properties['SelectiveContentGuarding']).toEqual({
      Messages: 'COMPREHENSIVE',
      System: 'COMPREHENSIVE',
    });
    expect(Properties).not.toHaveProperty('ModelEnforcement');
    expect(text(Properties['GuardrailIdentifier'])).toMatch(/^<EnforcedGuardrail\w+\.GuardrailArn>$/u);
    expect(text(Properties['GuardrailVersion'])).toMatch(/^<EnforcedGuardrailVersion\w+\.Version>$/u);
  });

  test('is what the preflight is asked about, with who approved it', () => {
    expect(preflight.Properties).toMatchObject({
      GuardrailArn: configuration.Properties['GuardrailIdentifier'],
      GuardrailVersion: configuration.Properties['GuardrailVersion'],
      Approval: { By: 'model board', On: '2026-11-20', Record: 'MB-31' },
    });
  });

  test('waits for the preflight, and nobody looks before it is there', () => {
    const [id = ''] = logicalIdsOf(template, TYPE);
    expect(configuration.DependsOn).toEqual(expect.arrayContaining([...logicalIdsOf(template, PREFLIGHT)]));
    for (const type of ['AWS::Events::Rule', 'AWS::CloudWatch::Alarm'])
      expect(onlyResource(template, type).DependsOn).toContain(id);
  });

  test('leaves out models of embeddings that are named, each once', () => {
    const built = build({ exceptModels: [...EMBEDDINGS, ...EMBEDDINGS] });
    const excluded = EMBEDDINGS.toSorted();
    expect(onlyResource(built, TYPE).Properties['ModelEnforcement']).toEqual({
      IncludedModels: ['ALL'],
      ExcludedModels: excluded,
    });
    expect(onlyResource(built, PREFLIGHT).Properties['ExcludedModels']).toEqual(excluded);
  });

  test('stays when the stack goes, and so does its guardrail, which Bedrock would not delete', () => {
    for (const type of [TYPE, 'AWS::Bedrock::Guardrail'])
      expect(onlyResource(template, type)).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
  });

  test('goes with the stack where that was asked in writing, and the reason is on record', () => {
    const built = build({ removeOnDelete: { reason: 'the account is closed' } });
    expect(onlyResource(built, TYPE).DeletionPolicy).toBe('Delete');
    expect(onlyResource(built, 'AWS::Bedrock::Guardrail').DeletionPolicy).toBeUndefined();
    expect(onlyResource(built, PREFLIGHT).Properties['RemoveOnDelete']).toEqual({
      Reason: 'the account is closed',
    });
  });
});

describe('the role of the preflight', () => {
  const policies = resourcesOf(template, 'AWS::IAM::ManagedPolicy').map(
    ({ Properties }) => Properties['PolicyDocument'],
  );
  const arn = text(configuration.Properties['GuardrailIdentifier']);
  const may = (action: string, resource = '*') =>
    policies.some(
      (policy) =>
        decide(policy, { action, resource, context: { 'aws:RequestedRegion': 'us-east-1' } }) === 'allowed',
    );

  test('sees what is enforced, and the guardrail', () => {
    expect(may('bedrock:ListEnforcedGuardrailsConfiguration')).toBe(true);
    expect(may('bedrock:GetGuardrail', arn)).toBe(true);
    expect(may('bedrock:GetGuardrail', `${arn}-other`)).toBe(false);
  });

  test.each([
    'bedrock:PutEnforcedGuardrailConfiguration',
    'bedrock:DeleteEnforcedGuardrailConfiguration',
    'bedrock:UpdateGuardrail',
    'bedrock:DeleteGuardrail',
    'bedrock:InvokeModel',
  ])('cannot call %s', (action) => {
    expect([may(action), may(action, arn)]).toEqual([false, false]);
  });
});

test.each<[string, Partial<EnforcedGuardrailProps>, string]>([
  ['an approval by nobody', { approval: { ...APPROVAL, by: ' ' } }, 'EnforcedGuardrailApproval'],
  ['an approval without a record', { approval: { ...APPROVAL, record: '' } }, 'EnforcedGuardrailApproval'],
  ['a day that is none', { approval: { ...APPROVAL, on: '2026-02-30' } }, 'EnforcedGuardrailApproval'],
  ['a text model left out', { exceptModels: ['amazon.nova-pro-v1:0'] }, 'EnforcedGuardrailModels'],
  ['a pattern left out', { exceptModels: ['amazon.titan-embed-*'] }, 'EnforcedGuardrailModels'],
  [
    'an ARN left out',
    { exceptModels: ['arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-v4:0'] },
    'EnforcedGuardrailModels',
  ],
  ['a reason that says nothing', { removeOnDelete: { reason: ' ' } }, 'EnforcedGuardrailReason'],
  ['looks too seldom', { checkEvery: Duration.hours(13) }, 'CheckEvery'],
])('fails for %s', (_, props, code) => {
  expect(refusal(() => build(props)).code).toBe(code);
});

describe('a second one', () => {
  const twoIn = (first: string, second: string) => {
    const app = testApp();
    const stackIn = (id: string, region: string) =>
      new Stack(app, id, { env: { account: '111122223333', region } });
    enforceIn(stackIn('One', first));
    return () => enforceIn(stackIn('Two', second));
  };

  test('fails in one account and Region', () => {
    const refused = refusal(twoIn('us-east-1', 'us-east-1'));
    expect(refused.code).toBe('EnforcedGuardrailTwice');
    expect(refused.message).toContain('One/Enforced');
  });

  test('is taken in another Region', () => {
    expect(twoIn('us-east-1', 'us-west-2')).not.toThrow();
  });
});

describe('under our rules', () => {
  const app = testApp();
  const stack = new Stack(app, 'Test', { env: { region: 'us-east-1' } });
  const keys = new ServiceKeys(stack, 'Keys', { trailName: 'invented' });
  new EnforcedGuardrail(stack, 'Enforced', {
    functionKey: keys.data.key,
    logKey: keys.logs.key,
    logRetention: logs.RetentionDays.SIX_YEARS,
    alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', 'arn:aws:sns:us-east-1:111122223333:told'),
    guardrail: new PhiGuardrail(stack, 'Guardrail', {
      name: 'invented',
      encryptionKey: keys.data.key,
      grounding: { grounding: 0.7, relevance: 0.7 },
    }),
    approval: APPROVAL,
    exceptModels: EMBEDDINGS,
  });
  Tags.of(stack).add(TAGS.dataClass, 'LOG');
  const built = synthesize(stack) as unknown as JsonObject;
  const broken = (profile: string) =>
    judge(assemblyOf(built), ruleSet(RULES, { profile }).rules)
      .filter(
        ({ verdict, resource }) =>
          (verdict === 'finding' || verdict === 'unknown') && !resource.logicalId.startsWith('Keys'),
      )
      .map(({ rule, resource }) => `${rule.id}: ${resource.type}`);

  test.each(PROFILES.filter((profile) => profile !== 'strict'))('%s finds nothing', (profile) => {
    expect(broken(profile)).toEqual([]);
  });

  test('the strict profile finds what a user accepts, in docs/bedrock.md and docs/guardrails.md', () => {
    const rules = new Set(broken('strict').map((each) => each.split(':')[0] ?? ''));
    expect([...rules].sort()).toEqual([
      'bedrock-guardrail-complete',
      'events-dead-letter-queue',
      'lambda-code-signing',
      'lambda-customer-key',
      'lambda-dead-letter-queue',
      'lambda-in-vpc',
      'lambda-reserved-concurrency',
      'lambda-tracing',
    ]);
  });

  test('no resource waits for itself: CloudFormation would refuse the template', () => {
    const resources = built['Resources'] as JsonObject;
    const left = new Map(
      Object.entries(resources).map(([id, definition]) => {
        const words = new Set(JSON.stringify(definition).match(/\w+/gu));
        return [id, Object.keys(resources).filter((each) => words.has(each))];
      }),
    );
    for (let before = -1; left.size !== before;) {
      before = left.size;
      for (const [id, needed] of left) if (needed.every((each) => !left.has(each))) left.delete(id);
    }
    expect([...left.keys()]).toEqual([]);
  });
});
