import { createHash } from 'node:crypto';
import { readManifests } from '../../lambda/gateway/manifest';
import { createBundledPrompts } from '../../lambda/gateway/prompts/bundled-prompts';
import { approvedPrompt } from '../../lambda/gateway/stages/approved-prompt';
import { placeholdersIn } from '../../lambda/gateway/stages/assemble-prompt';
import type { UseCaseManifest } from '../../lib/contract/use-case';
import { UseCase, type UseCaseProps } from '../../lib/gateway/use-case';
import type { UseCasePrompt } from '../../lib/gateway/use-case-prompt';
import { refusal, synthesize, testStack } from '../support/synthesize';
import { aws_iam as iam } from 'aws-cdk-lib';
import { LETTER, modelsOf, SUMMARY } from './gateway-place';

type Given = Omit<UseCaseProps, 'access'>;

function make(change: Partial<Given> = {}): UseCase {
  const stack = testStack();
  return new UseCase(stack, 'UseCase', { ...SUMMARY, access: modelsOf(stack), ...change });
}

const codeOf = (change: Partial<Given>) => refusal(() => make(change)).code;
const [PROMPT] = SUMMARY.prompts;

describe('a manifest', () => {
  test.each<[string, Given]>([
    ['with prompts', SUMMARY],
    ['with approvers', LETTER],
    ['with free text alone', { ...SUMMARY, prompts: [], freeText: true }],
    [
      'of a limited data set',
      {
        ...SUMMARY,
        purposes: ['research'],
        redaction: { profile: 'limited-data-set', dataUseAgreement: 'DUA-3' },
      },
    ],
    ['with a least score of grounding', { ...SUMMARY, minimumGrounding: 0.7 }],
  ])('%s is one the gateway starts with', (_, given) => {
    const { manifest } = make(given);
    expect([...readManifests(JSON.parse(JSON.stringify([manifest]))).values()]).toEqual([manifest]);
  });

  test('calls a model through its profile where it has one', () => {
    expect(make().manifest.models).toEqual(['us.amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0']);
  });

  test('holds neither texts of prompts nor where they were approved', () => {
    const text = JSON.stringify(make().manifest);
    expect(text).not.toContain('Summarize');
    expect(text).not.toContain('PB-7');
    expect(Object.keys(make().manifest)).not.toContain('access');
  });

  test('names the very text that the bundle holds, as the gateway checks it', async () => {
    const { manifest, promptTexts } = make();
    const prompts = createBundledPrompts(promptTexts);
    const text = await approvedPrompt({ id: 'summary', version: '2' }, manifest, prompts);
    expect(text).toBe(PROMPT.text);
    expect([...placeholdersIn(text)]).toEqual(['note', 'name']);
    expect(manifest.prompts[0]?.sha256).toBe(createHash('sha256').update(PROMPT.text, 'utf8').digest('hex'));
  });

  test('does not let through a text that somebody changed in the bundle', async () => {
    const { manifest } = make();
    const prompts = createBundledPrompts({ 'summary:2': `${PROMPT.text} ` });
    await expect(approvedPrompt({ id: 'summary', version: '2' }, manifest, prompts)).rejects.toMatchObject({
      code: 'PROMPT_CHANGED',
    });
  });

  test('is all there is of it: no resource', () => {
    const stack = testStack();
    new UseCase(stack, 'UseCase', { ...SUMMARY, access: modelsOf(stack) });
    expect(synthesize(stack).Resources ?? {}).toEqual({});
  });
});

describe('the id of a use case', () => {
  test.each(['a', 'a'.repeat(64), 'discharge-summary-2'])('may be %s', (useCase) => {
    expect(make({ useCase }).manifest.id).toBe(useCase);
  });

  test.each(['', 'a'.repeat(65), 'Discharge', '-a', 'a-', 'a--b', 'a/b'])('is not %p', (useCase) => {
    expect(codeOf({ useCase })).toBe('UseCase');
  });
});

describe('models', () => {
  test.each([
    ['that is not approved for the class of data', ['amazon.nova-micro-v1:0'] as const],
    ['that nobody approved', ['amazon.nova-lite-v1:0', 'someone.model-v1:0'] as const],
    ['by the id of its profile', ['us.amazon.nova-pro-v1:0'] as const],
    ['that is there already', ['amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'] as const],
  ])('are refused with one %s', (_, models) => {
    expect(codeOf({ models })).toBe('UseCaseModel');
  });

  test('are approved by class of data', () => {
    expect(make({ models: ['amazon.nova-micro-v1:0'], dataClass: 'NO_PHI' }).manifest.models).toEqual([
      'amazon.nova-micro-v1:0',
    ]);
  });
});

describe('prompts', () => {
  test.each<[string, Partial<UseCasePrompt>]>([
    ['without text', { text: ' ' }],
    ['without an approval', { approval: '' }],
    ['of version 0', { version: 0 }],
    ['of a version that is no whole number', { version: 1.5 }],
    ['of a version of ten digits', { version: 1_000_000_000 }],
    ['with a placeholder that is no field', { text: 'Of {{ssn}}' }],
  ])('are refused %s', (_, change) => {
    expect(codeOf({ prompts: [{ ...PROMPT, ...change }] })).toBe('UseCasePrompt');
  });

  test('are there once by id and version', () => {
    expect(codeOf({ prompts: [PROMPT, PROMPT] })).toBe('UseCasePrompt');
    const two = make({ prompts: [PROMPT, { ...PROMPT, version: 999_999_999 }] });
    expect(Object.keys(two.promptTexts)).toEqual(['summary:2', 'summary:999999999']);
  });

  test('may be none where callers write their own, and not otherwise', () => {
    expect(codeOf({ prompts: [] })).toBe('UseCaseAsks');
    expect(make({ prompts: [], freeText: true }).promptTexts).toEqual({});
  });
});

test('a use case that waits for a person names one', () => {
  expect(codeOf({ requiresHumanApproval: true })).toBe('UseCaseOversight');
  expect(codeOf({ requiresHumanApproval: true, approvers: [] })).toBe('UseCaseOversight');
  expect(make({ requiresHumanApproval: true, approvers: ['group:reviewers'] }).manifest.approvers).toEqual([
    'group:reviewers',
  ]);
});

describe('what the gateway would not start with is refused before anything is deployed:', () => {
  const limited = { profile: 'limited-data-set', dataUseAgreement: 'DUA-3' } as const;
  const CASES: readonly (readonly [string, string, Partial<UseCaseManifest>])[] = [
    ['no caller', 'UseCasePrincipals', { callers: [] }],
    ['a pattern as a caller', 'UseCasePrincipals', { callers: ['arn:aws:iam::111122223333:role/*'] }],
    [
      'a session as a caller',
      'UseCasePrincipals',
      { callers: ['arn:aws:sts::111122223333:assumed-role/a/b'] },
    ],
    ['an odd reidentifier', 'UseCasePrincipals', { reidentifiers: ['everybody'] }],
    ['an odd approver', 'UseCasePrincipals', { approvers: ['group:'] }],
    ['no purpose', 'UseCasePurposes', { purposes: [] }],
    ['a purpose that is none', 'UseCasePurposes', { purposes: ['marketing' as never] }],
    ['a field with a blank', 'UseCaseFields', { fields: ['date of birth', 'note', 'name'] }],
    ['an owner with a blank', 'UseCaseIds', { owner: 'clinical team' }],
    ['no risk analysis', 'UseCaseIds', { riskAnalysisId: '' }],
    ['a justification with a blank', 'UseCaseIds', { fullRecordJustifications: ['as needed'] }],
    ['version 1.5', 'UseCaseLimits', { version: 1.5 }],
    ['no request a minute', 'UseCaseLimits', { requestsPerMinute: 0 }],
    ['more than a million requests a minute', 'UseCaseLimits', { requestsPerMinute: 1_000_001 }],
    ['no day of retention', 'UseCaseLimits', { bodyRetentionDays: 0 }],
    ['more than a hundred years', 'UseCaseLimits', { bodyRetentionDays: 36_501 }],
    ['half a token', 'UseCaseLimits', { maxOutputTokens: 0.5 }],
    ['more tokens than 200,000', 'UseCaseLimits', { maxOutputTokens: 200_001 }],
    ['more input than a million', 'UseCaseLimits', { maxInputLength: 1_000_001 }],
    ['a score above 1', 'UseCaseLimits', { minimumGrounding: 1.1 }],
    ['a score that is no number', 'UseCaseLimits', { minimumGrounding: Number.NaN }],
    ['a limited data set for treatment', 'UseCaseLimitedDataSet', { redaction: limited }],
    [
      'a limited data set as NO_PHI',
      'UseCaseLimitedDataSet',
      { redaction: limited, purposes: ['research'], dataClass: 'NO_PHI' },
    ],
  ];

  test.each(CASES)('%s', (_, code, change) => {
    const { models: __, prompts: ___, id: ____, ...given } = change as UseCaseManifest;
    const models = change.dataClass === 'NO_PHI' ? (['amazon.nova-micro-v1:0'] as const) : SUMMARY.models;
    expect(codeOf({ ...given, models })).toBe(code);
    expect(() => readManifests([{ ...make().manifest, ...change }])).toThrow(/use cases cannot be used/u);
  });

  test('a role whose ARN only the deployment knows', () => {
    const stack = testStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    const { code } = refusal(
      () => new UseCase(stack, 'UseCase', { ...SUMMARY, access: modelsOf(stack), callers: [role.roleArn] }),
    );
    expect(code).toBe('UseCasePrincipals');
  });

  test.each<Partial<Given>>([
    {
      requestsPerMinute: 1,
      bodyRetentionDays: 1,
      maxOutputTokens: 1,
      maxInputLength: 1,
      minimumGrounding: 0,
    },
    {
      requestsPerMinute: 1_000_000,
      bodyRetentionDays: 36_500,
      maxOutputTokens: 200_000,
      maxInputLength: 1_000_000,
      minimumGrounding: 1,
    },
  ])('but not what is at the limit: %p', (change) => {
    expect(readManifests([make(change).manifest]).size).toBe(1);
  });
});
