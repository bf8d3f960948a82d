import { aws_kms as kms, Tags } from 'aws-cdk-lib';
import type { ApprovedPrompt } from '../../lib/bedrock/approved-prompt';
import { ApprovedPrompts, type ApprovedPromptsProps } from '../../lib/bedrock/approved-prompts';
import { PROMPT_LIMITS } from '../../lib/bedrock/check-prompts';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { judge } from '../../lib/compliance/judge';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { TAGS } from '../../lib/contract/tags';
import { decide, text } from '../encryption/policy-evaluator';
import { assemblyOf } from '../support/judge-template';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
  type Json,
} from '../support/synthesize';
import { ALLOWED_REGIONS, KEEPER, LITE, PRO, TODAY } from './approved-models';

const PROMPT = 'AWS::Bedrock::Prompt';
const VERSION = 'AWS::Bedrock::PromptVersion';
const EMBEDDER = { ...LITE, modelId: 'amazon.titan-embed-text-v2:0' };

function summary(more: Partial<ApprovedPrompt> = {}): ApprovedPrompt {
  return {
    name: 'visit-summary',
    modelId: LITE.modelId,
    text: 'Summarize this note in five lines: {{note}}',
    variables: ['note'],
    approval: { by: 'clinical safety board', on: '2026-10-01', record: 'CSB-7' },
    ...more,
  };
}

function promptsIn(prompts: readonly ApprovedPrompt[], props: Partial<ApprovedPromptsProps> = {}) {
  const stack = testStack();
  const made = new ApprovedPrompts(stack, 'Prompts', {
    access: new ModelAccess(stack, 'Models', {
      models: [LITE, PRO, KEEPER, EMBEDDER],
      allowedRegions: ALLOWED_REGIONS,
      today: TODAY,
    }),
    dataClass: 'PHI',
    encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }),
    prompts,
    ...props,
  });
  return { stack, made };
}

const build = (...prompts: readonly ApprovedPrompt[]): CloudTemplate => synthesize(promptsIn(prompts).stack);

const template = build(summary({ system: 'You write for {{reader}}.', variables: ['note', 'reader'] }));
const { Properties: prompt } = onlyResource(template, PROMPT);
const [variant] = list(prompt['Variants']);

describe('a prompt', () => {
  test('is encrypted under the given key and holds nothing of a patient', () => {
    expect(text(prompt['CustomerEncryptionKeyArn'])).toMatch(/^<Key.*\.Arn>$/u);
    expect(at(prompt['Tags'], TAGS.dataClass)).toBe('NO_PHI');
  });

  test('is of one variant, which is the default one', () => {
    expect(list(prompt['Variants'])).toHaveLength(1);
    expect(prompt['DefaultVariant']).toBe(at(variant, 'Name'));
  });

  test('tells the model what was approved, with variables that have a name and no value', () => {
    expect(at(variant, 'TemplateConfiguration', 'Chat')).toEqual({
      Messages: [{ Role: 'user', Content: [{ Text: 'Summarize this note in five lines: {{note}}' }] }],
      System: [{ Text: 'You write for {{reader}}.' }],
      InputVariables: [{ Name: 'note' }, { Name: 'reader' }],
    });
  });

  test('is asked of the approved model, through its profile where it has one', () => {
    expect(at(variant, 'ModelId')).toBe(LITE.modelId);
    const [profiled] = list(
      onlyResource(build(summary({ modelId: PRO.modelId })), PROMPT).Properties['Variants'],
    );
    expect(at(profiled, 'ModelId')).toBe('us.amazon.nova-pro-v1:0');
  });

  test('is answered alike each time, unless asked otherwise', () => {
    expect(at(variant, 'InferenceConfiguration', 'Text')).toEqual({ Temperature: 0 });
    const [warm] = list(
      onlyResource(build(summary({ temperature: 0.4, maxTokens: 500 })), PROMPT).Properties['Variants'],
    );
    expect(at(warm, 'InferenceConfiguration', 'Text')).toEqual({ Temperature: 0.4, MaxTokens: 500 });
  });

  test('has its approval on record', () => {
    const [resource] = resourcesOf(template, PROMPT) as unknown as { Metadata: Record<string, unknown> }[];
    expect(resource?.Metadata['hipaa-ai:approval']).toEqual({
      by: 'clinical safety board',
      on: '2026-10-01',
      record: 'CSB-7',
    });
    expect(text(prompt['Description'])).not.toContain('clinical safety board');
  });
});

describe('a version', () => {
  test('is of the prompt, and is kept when a newer one comes', () => {
    const version = onlyResource(template, VERSION);
    expect(text(version.Properties['PromptArn'])).toMatch(/^<Promptsvisitsummary\w+\.Arn>$/u);
    expect(version).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  const variants: readonly Partial<ApprovedPrompt>[] = [
    {},
    { text: 'Summarize this note in six lines: {{note}}' },
    { system: 'You are brief.' },
    { text: 'Summarize: {{text}}', variables: ['text'] },
    { modelId: PRO.modelId },
    { maxTokens: 100 },
    { maxTokens: 101 },
    { temperature: 0.1 },
  ];

  test('is another for each change of what the model is told, and of how', () => {
    const ids = variants.map((more) => logicalIdsOf(build(summary(more)), VERSION)[0]);
    expect(new Set(ids).size).toBe(variants.length);
    const prompts = variants.map((more) => logicalIdsOf(build(summary(more)), PROMPT)[0]);
    expect(new Set(prompts).size).toBe(1);
  });

  test('is the same while nothing of that changes', () => {
    const [first] = logicalIdsOf(build(summary()), VERSION);
    const later = { ...summary().approval, on: '2026-11-01' };
    expect(logicalIdsOf(build(summary({ approval: later })), VERSION)).toEqual([first]);
    expect(logicalIdsOf(build(summary({ temperature: 0 })), VERSION)).toEqual([first]);
  });
});

describe('the references', () => {
  const { stack, made } = promptsIn([summary(), summary({ name: 'letter', modelId: PRO.modelId })]);

  test('name each prompt with the id, the ARN and the number of its version', () => {
    expect(made.references.map(({ name, modelId }) => [name, modelId])).toEqual([
      ['visit-summary', LITE.modelId],
      ['letter', 'us.amazon.nova-pro-v1:0'],
    ]);
    const { id, arn, version, digest } = made.reference('letter') ?? {};
    expect(stack.resolve(id)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Promptsletter/u), 'Id'] });
    for (const [value, attribute] of [
      [arn, 'Arn'],
      [version, 'Version'],
    ] as const)
      expect(stack.resolve(value)).toEqual({
        'Fn::GetAtt': [expect.stringMatching(/^PromptsletterVersion/u), attribute],
      });
    expect(digest).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('are none for a name that nobody approved', () => {
    expect(made.reference('other')).toBeUndefined();
  });

  test('let the approved versions be read, and their drafts not, and no model be called', () => {
    const own = made.readStatements().map((each) => stack.resolve(each.toStatementJson()) as Json);
    const ask = (action: string, resource: string) =>
      decide({ Statement: own }, { action, resource, context: {} });
    const arn = text(stack.resolve(made.references[0]?.arn) as Json);
    expect(ask('bedrock:GetPrompt', arn)).toBe('allowed');
    expect(ask('bedrock:RenderPrompt', arn)).toBe('allowed');
    expect(ask('bedrock:GetPrompt', text(stack.resolve(made.references[0]?.id) as Json))).toBe('not allowed');
    expect(ask('bedrock:UpdatePrompt', arn)).toBe('not allowed');
    expect(ask('bedrock:InvokeModel', '*')).toBe('not allowed');
  });
});

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `v${index}`);
const using = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(' ');

test.each<[string, Partial<ApprovedPrompt>]>([
  ['a name of 100 characters', { name: 'a'.repeat(100) }],
  ['20 variables', { text: using(numbered(20)), variables: numbered(20) }],
  ['a variable in the system prompt alone', { text: 'Go on.', system: 'For {{note}}.' }],
  ['spaces inside the braces', { text: '{{ note }}' }],
  ['no variables', { text: 'Write a haiku.', variables: [] }],
  ['one token', { maxTokens: 1 }],
  ['the highest temperature', { temperature: 1 }],
  ['a date without a label', { text: 'Guideline of 2024-05-01: {{note}}' }],
])('takes %s', (_, more) => {
  expect(() => build(summary(more))).not.toThrow();
});

test.each<[string, Partial<ApprovedPrompt>, string]>([
  ['a name of 101 characters', { name: 'a'.repeat(101) }, 'PromptName'],
  ['a name with a space', { name: 'a b' }, 'PromptName'],
  ['a name with two dashes in a row', { name: 'a--b' }, 'PromptName'],
  ['a model nobody approved', { modelId: 'amazon.nova-premier-v1:0' }, 'PromptModel'],
  ['a model approved for other data', { modelId: KEEPER.modelId }, 'PromptModel'],
  ['a model of embeddings', { modelId: EMBEDDER.modelId }, 'PromptModel'],
  ['a profile in place of a model', { modelId: 'us.amazon.nova-pro-v1:0' }, 'PromptModel'],
  ['a blank text', { text: ' ', variables: [] }, 'PromptText'],
  ['a text too long', { text: 'a'.repeat(PROMPT_LIMITS.textLength + 1), variables: [] }, 'PromptText'],
  ['a blank system prompt', { system: '' }, 'PromptText'],
  ['a record number in the text', { text: 'As for MRN: 00482913, {{note}}' }, 'PromptHoldsIdentifier'],
  ['a date of birth in the system prompt', { system: 'DOB 02/03/1961' }, 'PromptHoldsIdentifier'],
  ['a number as of social security', { text: '{{note}} 000-12-3456' }, 'PromptHoldsIdentifier'],
  ['an address of mail', { text: '{{note}} quill@example.org' }, 'PromptHoldsIdentifier'],
  ['a telephone number', { text: '{{note}} (202) 555-0143' }, 'PromptHoldsIdentifier'],
  ['21 variables', { text: using(numbered(21)), variables: numbered(21) }, 'PromptVariables'],
  ['a variable that is not used', { variables: ['note', 'idle'] }, 'PromptVariables'],
  ['a variable that is not listed', { text: '{{note}} {{more}}' }, 'PromptVariables'],
  ['a variable listed twice', { variables: ['note', 'note'] }, 'PromptVariables'],
  ['a variable with a blank', { text: '{{a b}}', variables: ['a b'] }, 'PromptVariables'],
  ['no tokens', { maxTokens: 0 }, 'PromptInference'],
  ['half a token', { maxTokens: 1.5 }, 'PromptInference'],
  ['a temperature above 1', { temperature: 1.01 }, 'PromptInference'],
  ['a temperature below 0', { temperature: -0.01 }, 'PromptInference'],
  ['approval by nobody', { approval: { ...summary().approval, by: '' } }, 'PromptApproval'],
  ['approval without a record', { approval: { ...summary().approval, record: ' ' } }, 'PromptApproval'],
  ['approval on no day', { approval: { ...summary().approval, on: 'today' } }, 'PromptApproval'],
])('fails for %s', (_, more, code) => {
  const refused = refusal(() => build(summary(more)));
  expect(refused.code).toBe(code);
  expect(refused.message).not.toMatch(/00482913|02\/03\/1961|000-12-3456|quill@|555-0143/u);
});

test('fails for no prompts, and for two of a name', () => {
  expect(refusal(() => build()).code).toBe('NoPrompts');
  expect(refusal(() => build(summary(), summary({ modelId: PRO.modelId }))).code).toBe('PromptTwice');
});

test('our own rules find nothing in prompts and versions', () => {
  const { stack } = promptsIn([summary()]);
  Tags.of(stack).add(TAGS.dataClass, 'PHI');
  const { rules } = ruleSet(RULES, { profile: 'strict' });
  const rows = judge(assemblyOf(synthesize(stack) as unknown as JsonObject), rules).filter(({ resource }) =>
    resource.type.startsWith('AWS::Bedrock::'),
  );
  expect(rows.filter(({ verdict }) => verdict === 'compliant').length).toBeGreaterThan(3);
  expect(
    rows.filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown').map(({ rule }) => rule.id),
  ).toEqual([]);
});
