import { Aws, type Stack } from 'aws-cdk-lib';
import { DeniedDoors } from '../../lib/bedrock/denied-doors';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { actionExists, reachesAny } from '../../lib/compliance/policy/actions/catalogue';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import {
  OrganizationGuardrails,
  type OrganizationGuardrailsProps,
} from '../../lib/governance/organization-guardrails';
import { OrganizationPolicy, POLICY_LIMITS } from '../../lib/governance/organization-policy';
import { ALLOWED_REGIONS, LITE, PRO, TODAY } from '../bedrock/approved-models';
import { assemblyOf, judgedOnTheDay } from '../support/judge-template';
import { statementsIn } from '../support/plain-document';
import { refusal, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';

const ADMINISTRATOR = 'arn:aws:iam::*:role/OrganizationSecurity';
const IDENTIFIER = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123:4';

function guardrails(change: Partial<OrganizationGuardrailsProps> = {}, stack: Stack = testStack()) {
  const administrators = [ADMINISTRATOR];
  const access = new ModelAccess(stack, 'Models', {
    models: [LITE, PRO],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
  });
  return new OrganizationGuardrails(stack, 'Organization', {
    organizationId: 'o-invented123',
    targetIds: ['ou-root-11112222'],
    allowedRegions: ALLOWED_REGIONS,
    administrators,
    doors: new DeniedDoors(stack, 'Doors', { administrators }).statements(),
    models: access.organizationStatements(),
    guardrails: [{ identifier: IDENTIFIER }],
    ...change,
  });
}

const stack = testStack();
const { documents } = guardrails({}, stack);
const template = synthesize(stack);
const policies = resourcesOf(template, 'AWS::Organizations::Policy');

test('there are three service control policies, and one of each other type', () => {
  expect(policies.map(({ Properties }) => Properties['Type'])).toEqual([
    'SERVICE_CONTROL_POLICY',
    'SERVICE_CONTROL_POLICY',
    'SERVICE_CONTROL_POLICY',
    'RESOURCE_CONTROL_POLICY',
    'AISERVICES_OPT_OUT_POLICY',
    'BEDROCK_POLICY',
  ]);
  for (const { Properties } of policies) expect(Properties['TargetIds']).toEqual(['ou-root-11112222']);
});

test('without guardrails of the organization there is no policy for them', () => {
  const types = guardrails({ guardrails: [] }).documents.map(({ type }) => type);
  expect(types).not.toContain('BEDROCK_POLICY');
  expect(types).toHaveLength(5);
});

test('the documents are what the template deploys', () => {
  expect(documents.map(({ name, type, content }) => [name, type, content])).toEqual(
    policies.map(({ Properties }) => [Properties['Name'], Properties['Type'], Properties['Content']]),
  );
  expect(new Set(documents.map(({ name }) => name)).size).toBe(documents.length);
  expect(documents.map(({ name }) => name)).toContain('hipaa-ai-ai-services-opt-out');
});

test('the policies outlive their stack', () => {
  for (const policy of policies)
    expect(policy).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
});

test('each is within the limit of its type, with room for models', () => {
  for (const { type, characters, content } of documents) {
    expect(characters).toBe(JSON.stringify(content).length);
    expect(characters).toBeLessThan(POLICY_LIMITS[type] * 0.85);
  }
});

test('control policies name actions that AWS has, and no statement twice', () => {
  const controls = documents.filter(({ type }) => type.endsWith('CONTROL_POLICY'));
  const statements = controls.flatMap(({ content }) => statementsIn(content as Json));
  expect(statements.length).toBeGreaterThan(20);
  for (const { actions, notActions } of statements)
    for (const action of [...actions, ...notActions])
      expect([action, action.endsWith('*') ? reachesAny(action) : actionExists(action)]).toEqual([
        action,
        true,
      ]);
  const sids = [...JSON.stringify(controls).matchAll(/"Sid":"(\w+)"/gu)].map(([, sid]) => sid);
  expect(new Set(sids).size).toBe(sids.length);
});

test('our own rules find nothing in them', () => {
  const found = judgedOnTheDay(assemblyOf(template as unknown as JsonObject), RULES)
    .filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown')
    .map(({ rule, resource, observations }) => [rule.id, resource.logicalId, observations]);
  expect(found).toEqual([]);
});

test('AI services are opted out of by default, and nobody further down may say otherwise', () => {
  const fixed = { '@@operators_allowed_for_child_policies': ['@@none'] };
  expect(documents.find(({ type }) => type === 'AISERVICES_OPT_OUT_POLICY')?.content).toEqual({
    services: { ...fixed, default: { ...fixed, opt_out_policy: { ...fixed, '@@assign': 'optOut' } } },
  });
});

describe('the guardrails of the organization', () => {
  const contentOf = (given: OrganizationGuardrailsProps['guardrails'] = []) =>
    guardrails({ guardrails: given }).documents.find(({ type }) => type === 'BEDROCK_POLICY')?.content;

  test('guard everything, whatever a caller tags', () => {
    expect(contentOf([{ identifier: IDENTIFIER }])).toEqual({
      bedrock: {
        guardrail_inference: {
          'us-east-1': {
            config_1: {
              identifier: { '@@assign': IDENTIFIER },
              selective_content_guarding: {
                system: { '@@assign': 'comprehensive' },
                messages: { '@@assign': 'comprehensive' },
              },
            },
          },
        },
      },
    });
  });

  test('leave out the models that are named', () => {
    const content = contentOf([{ identifier: IDENTIFIER, excludedModels: ['amazon.titan-embed-text-v2:0'] }]);
    expect(content).toMatchObject({
      bedrock: {
        guardrail_inference: {
          'us-east-1': {
            config_1: {
              model_enforcement: {
                included_models: { '@@assign': ['ALL'] },
                excluded_models: { '@@assign': ['amazon.titan-embed-text-v2:0'] },
              },
            },
          },
        },
      },
    });
  });

  test.each([
    'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123',
    'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123:DRAFT',
    'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123:0',
    'abc123:4',
  ])('are refused without a number: %s', (identifier) => {
    expect(refusal(() => contentOf([{ identifier }])).code).toBe('OrganizationGuardrail');
  });

  test('are refused when two are for one Region', () => {
    expect(
      refusal(() => contentOf([{ identifier: IDENTIFIER }, { identifier: IDENTIFIER }])).message,
    ).toContain('us-east-1');
  });
});

describe('a policy', () => {
  const make = (type: keyof typeof POLICY_LIMITS, value: string) =>
    new OrganizationPolicy(testStack(), 'Policy', {
      policyName: 'invented',
      type,
      description: 'Invented',
      content: { a: value },
      targetIds: [],
    }).document.characters;
  /** `{"a":""}` is eight characters. */
  const filled = (characters: number) => 'x'.repeat(characters - 8);

  test.each(Object.entries(POLICY_LIMITS))('of type %s has %d characters at most', (name, limit) => {
    const type = name as keyof typeof POLICY_LIMITS;
    expect(make(type, filled(limit))).toBe(limit);
    const error = refusal(() => make(type, filled(limit + 1)));
    expect(error.code).toBe('PolicySize');
    expect(error.message).toContain(`${limit + 1} characters; AWS takes ${limit}`);
  });

  test('is refused when it holds a value known only at deployment', () => {
    expect(refusal(() => make('SERVICE_CONTROL_POLICY', Aws.ACCOUNT_ID)).code).toBe('PolicyToken');
  });
});

describe('is refused', () => {
  const code = (change: Partial<OrganizationGuardrailsProps>) => refusal(() => guardrails(change)).code;

  test.each<[string, string, Partial<OrganizationGuardrailsProps>]>([
    ['an organization id that is none', 'OrganizationId', { organizationId: 'invented' }],
    ['a target that is none', 'TargetId', { targetIds: ['everybody'] }],
    ['no allowed Region', 'AllowedRegions', { allowedRegions: [] }],
    ['a pattern for a Region', 'AllowedRegions', { allowedRegions: ['us-*'] }],
    [
      'a trusted account that is none',
      'TrustedAccount',
      { trustedAccounts: [{ account: '*', reason: 'lab' }] },
    ],
    [
      'a trusted account without a reason',
      'TrustedAccount',
      { trustedAccounts: [{ account: '444455556666', reason: '' }] },
    ],
  ])('with %s', (_, expected, change) => {
    expect(code(change)).toBe(expected);
  });

  test('with more models than one policy can name', () => {
    const models = Array.from({ length: 80 }, (_, index) => ({
      ...LITE,
      modelId: `amazon.invented-${index}-v1:0`,
    }));
    const access = new ModelAccess(testStack(), 'Models', {
      models,
      allowedRegions: ALLOWED_REGIONS,
      today: TODAY,
    });
    const error = refusal(() => guardrails({ models: access.organizationStatements() }));
    expect(error.code).toBe('PolicySize');
    expect(error.message).toContain('hipaa-ai-approved-models');
  });
});

test.each(['r-root', '111122223333', 'ou-root-11112222'])('%s is taken for a target', (target) => {
  expect(guardrails({ targetIds: [target] }).documents.length).toBeGreaterThan(0);
});
