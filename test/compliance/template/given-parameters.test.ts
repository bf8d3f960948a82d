import { Assembly } from '../../../lib/compliance/template/assembly';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import type { Template } from '../../../lib/compliance/template/template';
import { resource, source } from '../../support/judge-template';

const is = (name: string, text: string): JsonObject => ({ 'Fn::Equals': [{ Ref: name }, text] });
const BODY: JsonObject = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] },
    Zones: { Type: 'CommaDelimitedList' },
    Secret: { Type: 'AWS::SSM::Parameter::Value<String>' },
  },
  Conditions: {
    Prod: is('Stage', 'prod'),
    NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] },
    Both: { 'Fn::And': [{ Condition: 'Prod' }, is('Other', 'x')] },
    Any: { 'Fn::Or': [{ Condition: 'Prod' }, is('Other', 'x')] },
    Mapped: { 'Fn::Equals': [{ 'Fn::FindInMap': ['M', { Ref: 'Stage' }, 'kind'] }, 'real'] },
    Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
    Region: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
  },
  Mappings: { M: { prod: { kind: 'real' }, dev: { kind: 'toy' } } },
  Resources: {
    Always: resource('Custom::A', {
      Value: { 'Fn::If': ['Prod', 'yes', 'no'] },
      Zones: { Ref: 'Zones' },
      Secret: { Ref: 'Secret' },
    }),
    OnlyProd: resource('Custom::B', {}, { Condition: 'Prod' }),
  },
};

function made(given: JsonObject): Template {
  const [template] = new Assembly([{ ...source(BODY, 'main', 'Main'), given }]).templates;
  if (!template) throw new Error('no template');
  return template;
}
const values = (template: Template, name: string): readonly Json[] =>
  (template.resource('Always')?.property(name).values ?? []).map((value) =>
    value.kind === 'literal' ? value.value : value.kind,
  );

test('without values both branches count, and every resource deploys', () => {
  const template = made({});
  expect(values(template, 'Value')).toEqual(['yes', 'no']);
  expect(template.resource('OnlyProd')).toBeDefined();
});

test.each([
  ['prod', 'yes', true],
  ['dev', 'no', false],
])('Stage given as %s decides the branch and the resource', (stage, branch, deploys) => {
  const template = made({ Stage: stage });
  expect(values(template, 'Value')).toEqual([branch]);
  expect(template.resource('OnlyProd') !== undefined).toBe(deploys);
});

test('another value given leaves a default undecided: it may still be replaced', () => {
  const template = made({ Zones: 'a,b' });
  expect(template.condition('Prod')).toBeUndefined();
  expect(values(template, 'Value')).toEqual(['yes', 'no']);
});

test.each([
  ['NotProd', 'prod', false],
  ['NotProd', 'dev', true],
  ['Both', 'dev', false],
  ['Both', 'prod', undefined],
  ['Any', 'prod', true],
  ['Any', 'dev', undefined],
  ['Mapped', 'prod', true],
  ['Mapped', 'dev', false],
  ['Circle', 'prod', undefined],
  ['Region', 'prod', undefined],
  ['None', 'prod', undefined],
])('%s with Stage %s is %s', (condition, stage, expected) => {
  expect(made({ Stage: stage }).condition(condition)).toBe(expected);
});

test('a list is split, and what Parameter Store holds stays unknown', () => {
  const template = made({ Zones: 'a, b', Secret: '/path' });
  expect(values(template, 'Zones')).toEqual([['a', 'b']]);
  expect(values(template, 'Secret')).toEqual(['unknown']);
});
