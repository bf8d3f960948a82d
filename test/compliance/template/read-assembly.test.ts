import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { UnreadableInput } from '../../../lib/compliance/template/unreadable-input';
import { resource } from '../../support/judge-template';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-read-assembly-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, content: JsonObject | string): void {
  const target = path.join(directory, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
}
const manifest = (artifacts: JsonObject) => ({ version: '55.0.0', artifacts });
const stackArtifact = (name: string, region = 'us-east-1') => ({
  type: 'aws:cloudformation:stack',
  environment: `aws://unknown-account/${region}`,
  properties: { templateFile: `${name}.template.json`, stackName: name },
});
const BUCKET = { Resources: { Bucket: resource('AWS::S3::Bucket') } };
const nesting = (file: string) => ({
  Resources: { Inner: resource('AWS::CloudFormation::Stack', {}, { Metadata: { 'aws:asset:path': file } }) },
});

test('knows the tags of a stack, and gives them to the stacks nested in it', () => {
  const artifact = stackArtifact('outer');
  write(
    'manifest.json',
    manifest({
      outer: { ...artifact, properties: { ...artifact.properties, tags: { stage: 'production' } } },
    }),
  );
  write('outer.template.json', nesting('inner.nested.template.json'));
  write('inner.nested.template.json', BUCKET);
  expect(readAssembly(directory).templates.map(({ tags }) => tags)).toEqual([
    { stage: 'production' },
    { stage: 'production' },
  ]);
});

test('reads a lone template, JSON or YAML', () => {
  write('a.json', BUCKET);
  write('b.yaml', 'Resources: {Bucket: {Type: "AWS::S3::Bucket"}}');
  for (const file of ['a.json', 'b.yaml']) {
    const assembly = readAssembly(path.join(directory, file));
    expect(assembly.templates.map((template) => template.path)).toEqual([file]);
    expect(assembly.resourcesOf('AWS::S3::Bucket')).toHaveLength(1);
  }
});

test('reads the stacks of an assembly with their names and Regions', () => {
  write(
    'manifest.json',
    manifest({ A: stackArtifact('A'), B: stackArtifact('B', 'unknown-region'), C: { type: 'cdk:tree' } }),
  );
  write('A.template.json', BUCKET);
  write('B.template.json', {});
  const { templates } = readAssembly(directory);
  expect(templates.map(({ path: file, stackName, region }) => [file, stackName, region])).toEqual([
    ['A.template.json', 'A', 'us-east-1'],
    ['B.template.json', 'B', undefined],
  ]);
  expect(templates[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
});

test('reads the account of a stack where it is known', () => {
  const known = { ...stackArtifact('A'), environment: 'aws://999988887777/us-east-1' };
  write('manifest.json', manifest({ A: known, B: stackArtifact('B') }));
  for (const name of ['A', 'B']) write(`${name}.template.json`, BUCKET);
  expect(readAssembly(directory).templates.map(({ account }) => account)).toEqual([
    '999988887777',
    undefined,
  ]);
});

test('takes the name of the artifact where the manifest gives the stack no other, as CDK writes it', () => {
  const { type, environment, properties } = stackArtifact('A');
  const { stackName: _, ...rest } = properties;
  write('manifest.json', manifest({ A: { type, environment, properties: rest } }));
  write('A.template.json', BUCKET);
  expect(readAssembly(directory).stacksNamed('A')).toHaveLength(1);
});

test('reads stages within stages', () => {
  const stage = (name: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName: name } });
  write('manifest.json', manifest({ S: stage('outer') }));
  write('outer/manifest.json', manifest({ S: stage('inner'), A: stackArtifact('A') }));
  write('outer/A.template.json', BUCKET);
  write('outer/inner/manifest.json', manifest({ B: stackArtifact('B') }));
  write('outer/inner/B.template.json', BUCKET);
  expect(readAssembly(directory).templates.map((template) => template.path)).toEqual([
    'outer/inner/B.template.json',
    'outer/A.template.json',
  ]);
});

test('reads nested stacks, also in each other', () => {
  write('manifest.json', manifest({ A: stackArtifact('A') }));
  write('A.template.json', nesting('middle.json'));
  write('middle.json', nesting('deep.json'));
  write('deep.json', BUCKET);
  const assembly = readAssembly(directory);
  expect(assembly.resourcesOf('AWS::S3::Bucket')).toHaveLength(1);
  expect(assembly.template('A.template.json')?.nestedStack('Inner')?.path).toBe('middle.json');
});

test('reads a nested stack that nests itself once', () => {
  write('manifest.json', manifest({ A: stackArtifact('A') }));
  write('A.template.json', nesting('A.template.json'));
  expect(readAssembly(directory).templates).toHaveLength(1);
});

describe('refuses', () => {
  test('what is not there', () => {
    expect(() => readAssembly(path.join(directory, 'none'))).toThrow(UnreadableInput);
  });

  test('a directory that is no assembly', () => {
    expect(() => readAssembly(directory)).toThrow(/manifest\.json.*cdk synth/u);
  });

  test.each([
    ['not JSON', '{'],
    ['no object', '[]'],
    ['without stacks', '{"artifacts": {}}'],
    ['with artifacts that are no objects', '{"artifacts": {"A": null, "B": []}}'],
  ])('a manifest that is %s', (_name, text) => {
    write('manifest.json', text);
    expect(() => readAssembly(directory)).toThrow(UnreadableInput);
  });

  test('a template that is missing', () => {
    write('manifest.json', manifest({ A: stackArtifact('A') }));
    expect(() => readAssembly(directory)).toThrow(/A\.template\.json: cannot be read \(ENOENT\)/u);
  });

  test('a nested template that is missing', () => {
    write('manifest.json', manifest({ A: stackArtifact('A') }));
    write('A.template.json', nesting('none.json'));
    expect(() => readAssembly(directory)).toThrow(UnreadableInput);
  });

  test('a stage that is missing', () => {
    write(
      'manifest.json',
      manifest({ S: { type: 'cdk:cloud-assembly', properties: { directoryName: 'none' } } }),
    );
    expect(() => readAssembly(directory)).toThrow(UnreadableInput);
  });

  test.each(['.', '../', 'a/..'])('an assembly that contains itself as %s', (name) => {
    write('a/x', '');
    write(
      'manifest.json',
      manifest({ S: { type: 'cdk:cloud-assembly', properties: { directoryName: name } } }),
    );
    expect(() => readAssembly(directory)).toThrow(UnreadableInput);
  });
});
