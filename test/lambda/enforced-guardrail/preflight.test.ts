import type {
  EnforcedConfiguration,
  FoundGuardrail,
} from '../../../lambda/enforced-guardrail/enforcement-store';
import {
  createEnforcedGuardrail,
  GUARDRAIL_PAUSES,
} from '../../../lambda/enforced-guardrail/enforced-guardrail';
import { preflight } from '../../../lambda/enforced-guardrail/preflight';
import { ARN, asked, enforced, guardrail, OTHER_ARN, OTHERS } from './enforcements';

const WANTED = { guardrailArn: ARN, guardrailVersion: '3', excludedModels: [] };
const ready = guardrail() as FoundGuardrail;
const look = (
  configurations: readonly EnforcedConfiguration[],
  found: FoundGuardrail | undefined,
  before?: typeof WANTED,
) => preflight({ configurations, guardrail: found }, WANTED, before);

test('nothing speaks against a ready version where nothing is enforced', () => {
  expect(look([], ready)).toBeUndefined();
});

test.each([
  ['on its own update', { ...WANTED, guardrailVersion: '2' }, enforced({ guardrailVersion: '2' })],
  ['on an update from another guardrail', { ...WANTED, guardrailArn: OTHER_ARN }, OTHERS],
])('nothing speaks against what the stack enforces itself, %s', (_, before, there) => {
  expect(look([there], ready, before)).toBeUndefined();
});

test.each<[string, readonly EnforcedConfiguration[], FoundGuardrail | undefined, string]>([
  ['another owner', [OTHERS], ready, 'OTHER_OWNER'],
  ['the same guardrail, enforced by somebody', [enforced()], ready, 'OTHER_OWNER'],
  ['a configuration without names', [{}], ready, 'OTHER_OWNER'],
  ['another owner beside', [OTHERS, enforced()], ready, 'OTHER_OWNER'],
  ['no such version', [], undefined, 'NOT_FOUND'],
  ['an answer for the draft', [], { ...ready, version: 'DRAFT' }, 'NOT_FIT'],
  ['an answer for another guardrail', [], { ...ready, guardrailArn: OTHER_ARN }, 'NOT_FIT'],
  ['one that is being made', [], { ...ready, status: 'CREATING' }, 'NOT_FIT'],
  ['one that failed', [], { ...ready, status: 'FAILED' }, 'NOT_FIT'],
  ['one that is being deleted', [], { ...ready, status: 'DELETING' }, 'NOT_FIT'],
  ['automated reasoning', [], { ...ready, automatedReasoningPolicy: { policies: [] } }, 'NOT_FIT'],
])('%s speaks against it', (_, configurations, found, code) => {
  expect(look(configurations, found)?.code).toBe(code);
});

test('another owner speaks against an update too', () => {
  expect(look([OTHERS], ready, WANTED)?.code).toBe('OTHER_OWNER');
});

describe('what is asked', () => {
  const { parse } = createEnforcedGuardrail({
    store: {
      configurations: () => Promise.reject(new Error('reading must not ask')),
      guardrail: () => Promise.reject(new Error('reading must not ask')),
    },
  });

  test.each(['1', '99999999'])('may be version %s', (GuardrailVersion) => {
    expect(parse(asked({ GuardrailVersion })).guardrailVersion).toBe(GuardrailVersion);
  });

  test.each<[string, Record<string, unknown>]>([
    ['version 0', { GuardrailVersion: '0' }],
    ['a version of nine digits', { GuardrailVersion: '100000000' }],
    ['a draft', { GuardrailVersion: 'DRAFT' }],
    ['no version', { GuardrailVersion: undefined }],
    ['a version behind the ARN', { GuardrailArn: `${ARN}:3` }],
    ['an id', { GuardrailArn: 'Quillfeather' }],
    ['models that are no list', { ExcludedModels: 'Quillfeather' }],
    ['a model without an id', { ExcludedModels: ['Quillfeather', ''] }],
  ])('fails for %s, and does not repeat it', (_, properties) => {
    const read = () => parse(asked(properties));
    expect(read).toThrow('INVALID_EVENT');
    expect(read).not.toThrow('Quillfeather');
  });
});

test.each<[string, FoundGuardrail | undefined, string]>([
  ['is not there', undefined, 'NOT_FOUND'],
  ['is not ready', { ...ready, status: 'VERSIONING' }, 'NOT_FIT'],
])('a version that %s is waited for, with pauses that grow, and then refused', async (_, found, code) => {
  const slept: number[] = [];
  const setting = createEnforcedGuardrail({
    store: { configurations: () => Promise.resolve([]), guardrail: () => Promise.resolve(found) },
    clock: { sleep: (ms) => Promise.resolve(void slept.push(ms)), random: () => 1 },
  });
  await expect(setting.apply(WANTED, undefined)).rejects.toMatchObject({ code });
  expect(slept).toEqual([...GUARDRAIL_PAUSES]);
});
