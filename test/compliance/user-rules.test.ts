import { RULES } from '../../lib/compliance/rules/registry';
import { InvalidRuleFile, userRules } from '../../lib/compliance/user-rules';

const rule = {
  id: 'clinic-bucket-named',
  title: 'buckets are named after the clinic',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'So that people find them.',
  fix: 'name it',
  resourceTypes: ['AWS::S3::Bucket'],
  check: () => [],
};
const read = (exported: unknown) => userRules(exported, 'rules.ts', RULES);

test.each([
  ['one by name', { named: rule }],
  ['one by default', { default: rule }],
  ['a list', { rules: [rule] }],
  ['CommonJS that was imported, which has everything twice', { named: rule, default: { named: rule } }],
])('takes rules that a module exports as %s', (_, exported) => {
  expect(read(exported)).toEqual([rule]);
});

test.each([
  ['no rule', { helper: () => 1 }, 'exports no rule'],
  ['nothing', undefined, 'exports no rule'],
  ['an id that one of ours has', { r: { ...rule, id: 'kms-key-rotation' } }, 'another rule has this id'],
  ['an id twice', { a: rule, b: { ...rule } }, 'another rule has this id'],
  ['an id without a service', { r: { ...rule, id: 'Named' } }, 'must be <service>-<name>'],
  ['a paragraph that does not exist', { r: { ...rule, controls: ['164.999'] } }, 'controls.0'],
  ['a paragraph that no rule can support', { r: { ...rule, controls: ['164.314(b)(2)(i)'] } }, 'controls.0'],
  ['a profile that does not exist', { r: { ...rule, profiles: ['lax'] } }, 'profiles.0'],
  ['no fix', { r: { ...rule, fix: ' ' } }, 'fix'],
  ['a check that is no function', { r: { ...rule, check: true } }, 'must be a function'],
])('refuses a module with %s', (_, exported, message) => {
  expect(() => read(exported)).toThrow(InvalidRuleFile);
  expect(() => read(exported)).toThrow(message);
});
