import { judge } from '../../../lib/compliance/judge';
import { identifierIn } from '../../../lib/compliance/rules/phi/identifier';
import { noIdentifiers } from '../../../lib/compliance/rules/phi/no-identifiers';
import { assemblyOf, resource } from '../../support/judge-template';
import { cpuMs } from '../../support/cpu-time';

test('a finding never quotes what it found', () => {
  const Subject = resource('AWS::S3::Bucket', { Tags: [{ Key: 'MRN', Value: 'A0012345' }] });
  const outcomes = judge(assemblyOf({ Resources: { Subject } }), [noIdentifiers]);
  expect(outcomes).toHaveLength(1);
  expect(JSON.stringify(outcomes[0]?.observations)).not.toContain('0012345');
});

test.each([
  'MRN'.repeat(50_000),
  `MRN ${'1'.repeat(150_000)}`,
  '1-'.repeat(100_000),
  `patient email ${'a.'.repeat(80_000)}@`,
  'date of birth '.repeat(15_000),
])('hostile text is read in linear time (case %#)', (text) => {
  expect(cpuMs(() => expect(identifierIn(text)).toBeUndefined())).toBeLessThan(2_000);
});

test('text too long to be a template is left alone', () => {
  expect(identifierIn(`MRN 10012345 ${' '.repeat(1_000_000)}`)).toBeUndefined();
});
