import { isObject, type Json, type JsonObject } from '../../../lib/compliance/template/json';
import { synthesize } from '../../support/synthesize';
import { governedStack } from './estate';
import { MatrixReader, type Wanted } from './matrix-reader';

const whole = synthesize(governedStack({ organization: true })) as unknown as JsonObject;

const unchanged = new MatrixReader(whole);

const LITE = 'amazon.nova-lite-v1:0 in us-east-1';
const UNAPPROVED = 'a model nobody approved';
const invoke = (who: string, change: Partial<Wanted> = {}): Wanted => ({
  who,
  door: 'runtime',
  from: 'endpoint',
  model: LITE,
  guardrail: 'numbered',
  ...change,
});

/** Statements with a Sid, each given to `change`; undefined takes it away. */
function mutated(sid: string, change: (statement: JsonObject) => JsonObject | undefined): JsonObject {
  let met = 0;
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.flatMap((each: Json) => walkItem(each));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each ?? null)]));
  };
  const walkItem = (item: Json): readonly Json[] => {
    if (!isObject(item) || item['Sid'] !== sid) return [walk(item)];
    met += 1;
    const changed = change(item);
    return changed ? [changed] : [];
  };
  const template = walk(whole) as JsonObject;
  if (met === 0) throw new Error(`no statement ${sid}`);
  return template;
}

function bareOf(statement: JsonObject): JsonObject {
  const { Condition: _condition, ...rest } = statement;
  return rest;
}

const without = (sid: string) => mutated(sid, () => undefined);
const withoutCondition = (sid: string) => mutated(sid, bareOf);
const withoutKey = (sid: string, key: string) =>
  mutated(sid, (statement) => {
    const condition = statement['Condition'];
    const kept = Object.entries(isObject(condition ?? null) ? (condition as JsonObject) : {}).map(
      ([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys as JsonObject).filter(([name]) => name !== key)),
      ],
    );
    return { ...statement, Condition: Object.fromEntries(kept) as JsonObject };
  });

test.each<[what: string, template: () => JsonObject, cell: Wanted, before: string, after: string]>([
  [
    'the Deny of calls around the endpoint',
    () => without('NotAroundTheEndpoint'),
    invoke('Gateway', { from: 'elsewhere' }),
    'denied identity:NotAroundTheEndpoint',
    // the Allow asks for the endpoint as well
    'denied identity',
  ],
  [
    'the guardrail in the condition of the Allow, its Deny left',
    () => withoutKey('InvokeApprovedModels', 'bedrock:GuardrailIdentifier'),
    invoke('Gateway', { guardrail: 'none' }),
    'denied identity:NotWithoutTheGuardrail',
    'denied identity:NotWithoutTheGuardrail',
  ],
  [
    'the Deny of calls without the guardrail, the condition left',
    () => without('NotWithoutTheGuardrail'),
    invoke('Gateway', { guardrail: 'none' }),
    'denied identity:NotWithoutTheGuardrail',
    'denied identity',
  ],
  [
    'the right to apply the guardrail',
    () => without('ApplyTheGuardrail'),
    invoke('Gateway'),
    'allowed',
    'denied identity!bedrock:ApplyGuardrail',
  ],
  [
    'the right to open the key of the guardrail',
    () => without('OpenTheGuardrail'),
    invoke('Gateway'),
    'allowed',
    'denied identity!kms:Decrypt',
  ],
  [
    'the statement of the key for its users',
    () => without('OthersUseTheKeyThroughServices'),
    invoke('Gateway'),
    'allowed',
    'denied key!kms:Decrypt',
  ],
  [
    'the perimeter of the endpoint',
    () => withoutCondition('InvokeApprovedModels'),
    invoke('a principal of another account', { guardrail: 'none' }),
    'denied endpoint',
    'allowed',
  ],
  [
    'the models of the organization',
    () => without('ApprovedModelsOnly'),
    invoke('Unbound', { from: 'elsewhere', model: UNAPPROVED, guardrail: 'none' }),
    'denied scp:ApprovedModelsOnly',
    'allowed',
  ],
  [
    'the global profiles of the organization, whose models are closed still',
    () => without('NoGlobalProfile'),
    invoke('Unbound', { from: 'elsewhere', model: 'global.amazon.nova-lite', guardrail: 'none' }),
    'denied scp:ApprovedModelsOnly',
    'denied scp:ApprovedModelsOnly',
  ],
  [
    'agents, everywhere',
    () => without('NoAgents'),
    { who: 'Team', door: 'agent', from: 'elsewhere' },
    'denied scp:NoAgents boundary:NoAgents',
    'denied boundary',
  ],
  [
    'the closed doors of the gateway, which the organization closes too',
    () => without('NoOtherDoor'),
    { who: 'Gateway', door: 'mantle', from: 'elsewhere' },
    'denied scp:NoMantle identity:NoOtherDoor scp:NoBearerKeys',
    'denied scp:NoMantle scp:NoBearerKeys',
  ],
])('taking away %s shows in its cell', (_, template, cell, before, after) => {
  expect(unchanged.said(cell)).toBe(before);
  expect(new MatrixReader(template()).said(cell)).toBe(after);
});

test('a Deny and the condition of its Allow gone, both ways are open', () => {
  const open = (template: JsonObject, change: Partial<Wanted>) =>
    new MatrixReader(template).said(invoke('Gateway', change));
  const bare = mutated('InvokeApprovedModels', bareOf);
  const strip = (template: JsonObject, sid: string): JsonObject =>
    JSON.parse(
      JSON.stringify(template, (key, value: unknown) =>
        Array.isArray(value) ? value.filter((each: { Sid?: string }) => each?.Sid !== sid) : value,
      ),
    ) as JsonObject;
  expect(open(bare, { guardrail: 'none' })).toBe('denied identity:NotWithoutTheGuardrail');
  expect(open(strip(bare, 'NotWithoutTheGuardrail'), { guardrail: 'none' })).toBe('allowed');
  const around = strip(bare, 'NotAroundTheEndpoint');
  // whether the guardrail's own check bears the endpoint is documented nowhere
  expect(open(around, { from: 'elsewhere' })).toBe(
    'unknown identity:NoGuardrailCallAroundTheEndpoint!bedrock:ApplyGuardrail',
  );
  expect(open(strip(around, 'NoGuardrailCallAroundTheEndpoint'), { from: 'elsewhere' })).toBe('allowed');
  expect(open(strip(bare, 'NoOtherModel'), { model: UNAPPROVED })).toBe('denied scp:ApprovedModelsOnly');
});

test('an endpoint that lets every model through opens it to whoever is under no boundary', () => {
  const cell = invoke('Unbound', { model: 'amazon.nova-micro', guardrail: 'none' });
  const wide = mutated('InvokeApprovedModels', (statement) =>
    statement['Principal'] === undefined ? statement : { ...statement, Resource: '*' },
  );
  expect(unchanged.said(cell)).toBe('denied endpoint');
  expect(new MatrixReader(wide).said(cell)).toBe('allowed');
});

test('a boundary that is gone leaves its role what its policies say', () => {
  const unbound = JSON.parse(
    JSON.stringify(whole, (key, value: unknown) => (key === 'PermissionsBoundary' ? undefined : value)),
  ) as JsonObject;
  const cell = invoke('Team', { guardrail: 'none' });
  expect(unchanged.said(cell)).toBe('denied boundary:NotWithoutTheGuardrail');
  expect(new MatrixReader(unbound).said(cell)).toBe('allowed');
});

test('policies of an organization that are attached to nobody, or to another account, bind nobody here', () => {
  const cell = invoke('Unbound', { from: 'elsewhere', model: UNAPPROVED, guardrail: 'none' });
  const attached = (targets: readonly string[]) =>
    JSON.parse(
      JSON.stringify(whole, (key, value: unknown) => (key === 'TargetIds' ? targets : value)),
    ) as JsonObject;
  expect(new MatrixReader(attached([])).said(cell)).toBe('allowed');
  expect(new MatrixReader(attached(['999988887777'])).said(cell)).toBe('allowed');
  expect(new MatrixReader(attached(['111122223333'])).said(cell)).toBe('denied scp:ApprovedModelsOnly');
});
