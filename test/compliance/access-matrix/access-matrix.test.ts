import type { Door, GuardrailUse } from '../../../lib/compliance/access-matrix/access-matrix';
import { DOORS } from '../../../lib/compliance/access-matrix/access-matrix';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { synthesize } from '../../support/synthesize';
import { governedStack } from './estate';
import { MatrixReader, type Wanted } from './matrix-reader';

const template = synthesize(governedStack({ organization: true })) as unknown as JsonObject;
const whole = new MatrixReader(template);

const LITE = 'amazon.nova-lite-v1:0 in us-east-1';
const MICRO = 'amazon.nova-micro-v1:0 in us-east-1';
const US_PRO = 'us.amazon.nova-pro-v1:0 from us-east-1';
const UNAPPROVED = 'a model nobody approved';
const GLOBAL = 'global.amazon.nova-lite-v1:0';
const ABROAD = 'us.amazon.nova-pro-v1:0, should it answer in eu-central-1 too';
const APPLICATION = 'an application profile of a model nobody approved';
const OTHERS = 'any other principal of account 111122223333';
const OUTSIDE = 'a principal of another account';

const runtime = (who: string, from: Wanted['from'], model: string, guardrail: GuardrailUse) =>
  whole.said({ who, door: 'runtime', from, model, guardrail });

test('who has nothing to do with Bedrock has no row', () => {
  const names = whole.matrix.rows.flatMap(({ principals }) => principals.map(({ name }) => name));
  expect(
    names.filter((name) => name.startsWith('stack-1#')).map((name) => name.replace(/[0-9A-F]{8}$/u, '')),
  ).toEqual(['stack-1#Gateway', 'stack-1#Team', 'stack-1#Unbound']);
  expect(whole.matrix.leftOut).toEqual([]);
});

test('models on record are told from those that policies merely name', () => {
  const approved = whole.matrix.models.filter((model) => model.approved).map(({ name }) => name);
  expect(approved).toEqual([LITE, MICRO, US_PRO]);
});

describe('the role of the gateway', () => {
  test.each([LITE, US_PRO])('may invoke %s through the endpoint, with the numbered guardrail', (model) => {
    expect(runtime('Gateway', 'endpoint', model, 'numbered')).toBe('allowed');
  });

  test.each<[string, Wanted['from'], string, GuardrailUse, string]>([
    ['without a guardrail', 'endpoint', LITE, 'none', 'denied identity:NotWithoutTheGuardrail'],
    ['with another guardrail', 'endpoint', LITE, 'other', 'denied identity:NotWithoutTheGuardrail'],
    ['from elsewhere', 'elsewhere', LITE, 'numbered', 'denied identity:NotAroundTheEndpoint'],
    [
      'a model that is approved for other data',
      'endpoint',
      MICRO,
      'numbered',
      'denied identity:NoOtherModel',
    ],
    [
      'a model nobody approved',
      'endpoint',
      UNAPPROVED,
      'numbered',
      'denied scp:ApprovedModelsOnly identity:NoOtherModel',
    ],
    [
      'a global profile',
      'endpoint',
      GLOBAL,
      'numbered',
      'denied scp:ApprovedModelsOnly identity:NoOtherModel',
    ],
    [
      'a profile that answers abroad',
      'endpoint',
      ABROAD,
      'numbered',
      'denied scp:AllowedRegionsOnly scp:ApprovedModelsOnly identity:NoOtherModel',
    ],
    [
      'an application profile of another model',
      'endpoint',
      APPLICATION,
      'numbered',
      'denied identity:NoOtherModel',
    ],
  ])('may not invoke %s', (_, from, model, guardrail, said) => {
    expect(runtime('Gateway', from, model, guardrail)).toBe(said);
  });
});

test('the role of the gateway reaches the model of a profile through the profile alone', () => {
  expect(runtime('Gateway', 'endpoint', 'amazon.nova-pro-v1:0 in us-east-1', 'numbered')).toBe(
    'denied identity',
  );
});

describe('a role that may do everything, under the boundary', () => {
  test('may invoke approved models with the numbered guardrail, from anywhere: a boundary names no endpoint', () => {
    for (const from of ['endpoint', 'elsewhere'] as const) {
      expect(runtime('Team', from, LITE, 'numbered')).toBe('allowed');
      expect(runtime('Team', from, US_PRO, 'numbered')).toBe('allowed');
    }
  });

  test.each<[string, string, GuardrailUse, string]>([
    ['without a guardrail', LITE, 'none', 'denied boundary:NotWithoutTheGuardrail'],
    ['with another guardrail', LITE, 'other', 'denied boundary:NotWithoutTheGuardrail'],
    ['a model for other data', MICRO, 'numbered', 'denied boundary:NoOtherModel'],
    [
      'the model of a profile past the profile',
      'amazon.nova-pro-v1:0 in us-east-1',
      'numbered',
      'denied boundary',
    ],
    ['a global profile', GLOBAL, 'numbered', 'denied scp:ApprovedModelsOnly boundary:NoOtherModel'],
  ])('may not invoke %s', (_, model, guardrail, said) => {
    expect(runtime('Team', 'endpoint', model, guardrail)).toBe(said);
  });
});

describe.each(['Unbound', OTHERS])('%s, allowed everything by itself', (who) => {
  test('is stopped from models nobody approved and from abroad by the organization alone', () => {
    for (const guardrail of ['numbered', 'other', 'none'] as const) {
      expect(runtime(who, 'elsewhere', UNAPPROVED, guardrail)).toBe('denied scp:ApprovedModelsOnly');
      expect(runtime(who, 'elsewhere', GLOBAL, guardrail)).toBe('denied scp:ApprovedModelsOnly');
      expect(runtime(who, 'elsewhere', ABROAD, guardrail)).toBe(
        'denied scp:AllowedRegionsOnly scp:ApprovedModelsOnly',
      );
    }
  });

  test('is stopped at the endpoint from models that are approved for other data', () => {
    expect(runtime(who, 'endpoint', MICRO, 'none')).toBe('denied endpoint');
    expect(runtime(who, 'elsewhere', MICRO, 'none')).toBe('allowed');
  });

  test('reaches an approved model without the guardrail: only a boundary, or an enforced guardrail, closes that', () => {
    expect(runtime(who, 'endpoint', LITE, 'none')).toBe('allowed');
    expect(runtime(who, 'elsewhere', LITE, 'none')).toBe('allowed');
  });
});

describe('whoever is not of the account', () => {
  test.each([LITE, US_PRO, UNAPPROVED, GLOBAL])('comes through no endpoint of ours to %s', (model) => {
    for (const guardrail of ['numbered', 'other', 'none'] as const)
      expect(runtime(OUTSIDE, 'endpoint', model, guardrail)).toBe('denied endpoint');
  });

  test('is not asked what it does with its own account', () => {
    const row = whole.matrix.rows.find(({ principals }) =>
      principals.some(({ kind }) => kind === 'other-account'),
    );
    expect(row?.cells.filter(({ from }) => from.includes(0))).toEqual([]);
  });
});

describe('the other doors', () => {
  const sids: Readonly<Record<Exclude<Door, 'runtime'>, string>> = {
    batch: 'NoModelJobs',
    agent: 'NoAgents',
    flow: 'NoFlows',
    'knowledge-base': 'NoGeneratedAnswers',
    bearer: 'NoBearerKeys',
    mantle: 'NoMantle',
  };
  const ask = (who: string, door: Exclude<Door, 'runtime'>) =>
    whole.said({ who, door, from: 'elsewhere', ...(door === 'batch' ? { model: LITE } : {}) });

  test.each(Object.entries(sids) as [Exclude<Door, 'runtime'>, string][])(
    '%s is closed to everybody, by the organization and by role or boundary',
    (door, sid) => {
      expect(ask('Gateway', door)).toMatch(new RegExp(`^denied .*scp:${sid}.* identity:NoOtherDoor`, 'u'));
      expect(ask('Team', door)).toMatch(new RegExp(`^denied .*scp:${sid}.* boundary:${sid}`, 'u'));
      expect(ask('Unbound', door)).toContain(`denied scp:${sid}`);
      expect(ask(OTHERS, door)).toContain(`denied scp:${sid}`);
    },
  );

  test('every door was asked for', () => {
    const [row] = whole.matrix.rows;
    expect(new Set(row?.cells.map(({ door }) => door))).toEqual(new Set(DOORS));
  });
});

describe('without the organization', () => {
  const alone = new MatrixReader(synthesize(governedStack({ organization: false })) as unknown as JsonObject);

  test('role and boundary deny all the same', () => {
    const denied = (who: string, model: string) =>
      alone.said({ who, door: 'runtime', from: 'endpoint', model, guardrail: 'numbered' });
    expect(denied('Gateway', UNAPPROVED)).toBe('denied identity:NoOtherModel');
    expect(denied('Team', GLOBAL)).toBe('denied boundary:NoOtherModel');
    expect(alone.verdict({ who: 'Team', door: 'mantle', from: 'elsewhere' })).toBe('denied');
  });

  test('who is under neither is stopped at the endpoint only', () => {
    const ask = (from: Wanted['from'], model: string) =>
      alone.said({ who: 'Unbound', door: 'runtime', from, model, guardrail: 'none' });
    expect(ask('endpoint', UNAPPROVED)).toBe('denied endpoint');
    expect(ask('elsewhere', UNAPPROVED)).toBe('allowed');
    expect(alone.verdict({ who: 'Unbound', door: 'mantle', from: 'elsewhere' })).toBe('allowed');
  });
});
