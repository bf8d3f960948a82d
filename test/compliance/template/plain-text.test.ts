import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judge } from '../../../lib/compliance/judge';
import { noIdentifiers } from '../../../lib/compliance/rules/phi/no-identifiers';
import { noCredentials } from '../../../lib/compliance/rules/secrets/no-credentials';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';

const folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-plain-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the two searches say of a file, by rule and place. */
function found(content: string): readonly string[] {
  const file = path.join(folder, 'app.template.json');
  writeFileSync(file, content);
  return judge(readAssembly(file), [noIdentifiers, noCredentials]).flatMap(({ rule, observations }) =>
    observations.map(({ property }) => `${rule.id} ${property}`),
  );
}

const withValue = (value: string, more = '') =>
  `{${more}"Resources":{"A":{"Type":"AWS::SNS::Topic"},"B":{"Type":"AWS::SSM::Parameter","Properties":{"Value":${value}}}}}`;
// invented: no such number is given out, and the key is that of AWS's documentation, in other letters
const NUMBER = '078-05-1120';
const SECRET = `aws_secret_access_key=${'wJalr/XUtnF'.repeat(4).slice(0, 40)}`;
const AT = 'Properties.Value';

test('a template without a trace of either has nothing', () => {
  expect(found(withValue('"fine"'))).toEqual([]);
});

test.each([
  ['as it is', `"${NUMBER}"`],
  ['with an escape in it', `"${NUMBER.replace('-', '\\u002d')}"`],
])('a number of a patient is found, written %s', (_, value) => {
  expect(found(withValue(value))).toEqual([`phi-no-identifiers ${AT}`]);
});

test.each([
  ['as it is', `"${SECRET}"`],
  ['with its slashes escaped', `"${SECRET.replaceAll('/', '\\/')}"`],
])('a credential is found, written %s', (_, value) => {
  expect(found(withValue(value))).toEqual([`secrets-no-credentials ${AT}`]);
});

test('what a loop puts together is found', () => {
  const loop = `{"Transform":"AWS::LanguageExtensions","Resources":{"Fn::ForEach::X":["N",["1120"],{"R\${N}":{"Type":"AWS::SSM::Parameter","Properties":{"Value":"078-05-\${N}"}}}]}}`;
  expect(found(loop)).toEqual([`phi-no-identifiers ${AT}`]);
});

test('what stands beside the resources is found as well', () => {
  expect(found(withValue('"fine"', `"Description":"${NUMBER}",`))).toEqual([
    'phi-no-identifiers Description',
  ]);
});
