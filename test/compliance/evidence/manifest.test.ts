import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { integrityOf, manifestSchema } from '../../../lib/compliance/evidence/manifest';
import { evidenceFolder } from '../../support/evidence-folder';
import { sampleEvidence } from './sample-evidence';

let assembly: string;
beforeEach(() => {
  assembly = evidenceFolder(sampleEvidence());
});
afterEach(() => rmSync(assembly, { recursive: true, force: true }));

const at = (name: string) => path.join(assembly, name);
const manifestFile = () => at('evidence/manifest.json');
const manifestOf = () => manifestSchema.parse(JSON.parse(readFileSync(manifestFile(), 'utf8')));

test('the manifest names every file of the evidence and every template, and nothing has changed', () => {
  expect(manifestOf().files.map((file) => file.path)).toEqual([
    'evidence/evidence.csv',
    'evidence/index.html',
    'evidence/evidence.json',
    ...sampleEvidence().inputs.templates.map((template) => template.path),
  ]);
  expect(integrityOf(assembly)).toMatchObject({ missing: [], changed: [], added: [] });
});

test.each([
  'evidence/evidence.csv',
  'evidence/index.html',
  'evidence/evidence.json',
  'HipaaAidevData.template.json',
])('one byte more in %s is a change, and its absence is noticed', (name) => {
  writeFileSync(at(name), `${readFileSync(at(name), 'utf8')} `);
  expect(integrityOf(assembly)).toMatchObject({ missing: [], changed: [name], added: [] });
  rmSync(at(name));
  expect(integrityOf(assembly)).toMatchObject({ missing: [name], changed: [], added: [] });
});

test('a file that was put beside the evidence is noticed, in a folder as well; a signature belongs there', () => {
  writeFileSync(at('evidence/manifest.sig.json'), '{}');
  mkdirSync(at('evidence/more'));
  writeFileSync(at('evidence/more/approval.txt'), 'fine');
  expect(integrityOf(assembly)).toMatchObject({ changed: [], added: ['evidence/more/approval.txt'] });
});

test.each([
  ['is gone', undefined],
  ['is no JSON', '{'],
  ['is of another version', '{"schemaVersion":2}'],
])('a manifest that %s is none', (_, text) => {
  if (text === undefined) rmSync(manifestFile());
  else writeFileSync(manifestFile(), text);
  expect(integrityOf(assembly).manifest).toBeUndefined();
});

test.each(['../outside.json', '/etc/hostname', 'a/../../b', String.raw`a\..\..\b`])(
  'a manifest that names %s, outside of the assembly, is none',
  (name) => {
    const manifest = manifestOf();
    const files = [...manifest.files, { path: name, sha256: '0'.repeat(64) }];
    writeFileSync(manifestFile(), JSON.stringify({ ...manifest, files }));
    expect(integrityOf(assembly).manifest).toBeUndefined();
  },
);

test('the same evidence gives the same manifest', () => {
  const first = readFileSync(manifestFile(), 'utf8');
  const again = evidenceFolder(sampleEvidence());
  expect(readFileSync(path.join(again, 'evidence', 'manifest.json'), 'utf8')).toBe(first);
  rmSync(again, { recursive: true });
});
