import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  App,
  NestedStack,
  Stack,
  Stage,
  Validations,
  aws_kms as kms,
  aws_s3 as s3,
  CfnResource,
} from 'aws-cdk-lib';
import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { acknowledgeRule } from '../../../lib/compliance/packs/acknowledge-rule';
import { HipaaAiChecks, type HipaaAiChecksProps } from '../../../lib/compliance/packs/hipaa-ai-checks';
import { parseWaivers } from '../../../lib/compliance/waivers/parse-waivers';

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function newApp(): App {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-pack-'));
  directories.push(outdir);
  return new App({ outdir, analyticsReporting: false });
}

function synthesize(
  app: App,
  props: Partial<HipaaAiChecksProps> = {},
): { evidence: Evidence; error: string } {
  Validations.of(app).addPlugins(new HipaaAiChecks(app, { asOf: '2026-11-24', ...props }));
  let error = '';
  try {
    app.synth();
  } catch (thrown) {
    error = String(thrown);
  }
  const file = path.join(app.outdir, 'evidence', 'evidence.json');
  return { evidence: evidenceSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), error };
}

/** Codes of the problems that are no warnings. */
function blocking({ problems }: Evidence): readonly string[] {
  return problems.filter(({ blocks }) => blocks).map(({ code }) => code);
}

/** Verdicts of one rule, by logical id prefix and verdict. */
function verdicts(evidence: Evidence, rule: string): string[] {
  return evidence.verdicts
    .filter((row) => row.rule === rule)
    .map((row) => `${row.constructPath}: ${row.verdict}`);
}

test('a stack without findings synthesizes and leaves JSON, CSV and HTML', () => {
  const app = newApp();
  new Stack(app, 'Empty');
  const { evidence, error } = synthesize(app);
  expect(error).toBe('');
  expect(evidence.summary.blocks).toBe(false);
  for (const name of ['evidence.json', 'evidence.csv', 'index.html', 'manifest.json']) {
    expect(existsSync(path.join(app.outdir, 'evidence', name))).toBe(true);
  }
});

test('the pack leaves CDK able to write its own metadata, however many rules there are', () => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-pack-'));
  directories.push(outdir);
  const app = new App({ outdir, analyticsReporting: true });
  new Stack(app, 'Empty', { env: { region: 'us-east-1' } });
  expect(synthesize(app, { profile: 'strict' }).error).toBe('');
});

test('a finding fails the synthesis with rule, construct path, property path, why, fix and paragraph', () => {
  const app = newApp();
  new kms.CfnKey(new Stack(app, 'Keys'), 'Lazy', { keyPolicy: {}, enableKeyRotation: false });
  const { error } = synthesize(app);
  expect(error).toContain('kms-key-rotation');
  expect(error).toContain('Keys/Lazy');
  expect(error).toContain('Properties.EnableKeyRotation must be true');
  expect(error).toContain('Why: Key material that never changes');
  expect(error).toContain('set EnableKeyRotation to true');
  expect(error).toContain('164.312(a)(2)(iv)');
});

test('resources in stages and nested stacks are judged under their construct paths', () => {
  const app = newApp();
  const stack = new Stack(new Stage(app, 'Stage'), 'Stack');
  new kms.CfnKey(stack, 'InStage', { keyPolicy: {} });
  new kms.CfnKey(new NestedStack(stack, 'Nested'), 'InNested', { keyPolicy: {} });
  const { evidence } = synthesize(app);
  expect(verdicts(evidence, 'kms-key-rotation')).toEqual([
    'Stage/Stack/InStage: finding',
    'Stage/Stack/Nested/InNested: finding',
  ]);
});

test('a waiver lets the synthesis pass and shows in the evidence', () => {
  const app = newApp();
  new kms.CfnKey(new Stack(app, 'Keys'), 'Lazy', { keyPolicy: {}, enableKeyRotation: false });
  const rows = ['kms-key-rotation', 'kms-key-retained'].map(
    (rule) => `
  - rule: ${rule}
    resource: Keys/Lazy
    reason: A key of a rehearsal that ends this year.
    alternative: Rotated by hand at the end of each month.
    owner: o
    approver: a
    ticket: t
    expires: 2027-01-31`,
  );
  const { evidence } = synthesize(app, { waivers: parseWaivers(`waivers:${rows.join('')}\n`, 'w.yaml') });
  expect(verdicts(evidence, 'kms-key-rotation')).toEqual(['Keys/Lazy: waived']);
  expect(evidence.inputs.waivers?.path).toBe('w.yaml');
});

test('an invalid waiver fails the synthesis even without a finding', () => {
  const app = newApp();
  new Stack(app, 'Empty');
  const { error, evidence } = synthesize(app, { waivers: parseWaivers('waivers: [{}]\n', 'w.yaml') });
  expect(evidence.problems.map(({ code }) => code)).toContain('WAIVER_INVALID');
  expect(error).toContain('w.yaml: waivers.0.rule');
});

test("an acknowledgement in code silences neither our findings nor cdk-nag's", () => {
  const app = newApp();
  const stack = new Stack(app, 'Stack');
  new kms.CfnKey(stack, 'Lazy', { keyPolicy: {} });
  new s3.CfnBucket(stack, 'Open');
  for (const id of [
    'HIPAA-AI::kms-key-rotation',
    'kms-key-rotation',
    'HIPAA.Security-S3BucketVersioningEnabled',
  ]) {
    Validations.of(app).acknowledge({ id, reason: '' });
  }
  const { evidence, error } = synthesize(app, { hipaaSecurityChecks: true });
  expect(error).toContain('evidence-blocks');
  expect(verdicts(evidence, 'kms-key-rotation')).toEqual(['Stack/Lazy: finding']);
  expect(verdicts(evidence, 'HIPAA.Security-S3BucketVersioningEnabled')).toEqual(['Stack/Open: finding']);
});

describe('an acknowledgement in code', () => {
  const complete = {
    reason: 'A key of a rehearsal that ends this year.',
    alternative: 'Rotated by hand at the end of each month.',
    owner: 'o',
    approver: 'a',
    ticket: 't',
    expires: '2027-01-31',
  };
  const lazyKey = (app: App) =>
    new kms.CfnKey(new Stack(app, 'Keys'), 'Lazy', { keyPolicy: {}, enableKeyRotation: false });

  test('with every field is a waiver, and shows in the evidence as written in code', () => {
    const app = newApp();
    const key = lazyKey(app);
    acknowledgeRule(key, { rule: 'kms-key-rotation', ...complete });
    const { evidence } = synthesize(app);
    expect(verdicts(evidence, 'kms-key-rotation')).toEqual(['Keys/Lazy: waived']);
    expect(evidence.waivers).toEqual([
      { rule: 'kms-key-rotation', resource: 'Keys/Lazy', ...complete, source: 'inline', status: 'in-force' },
    ]);
  });

  test('counts for what is below the construct, but not for another that is named alike', () => {
    const app = newApp();
    const stack = new Stack(app, 'Keys');
    new kms.CfnKey(stack, 'Lazy', { keyPolicy: {} });
    new kms.CfnKey(stack, 'Lazy2', { keyPolicy: {} });
    const scope = stack.node.findChild('Lazy');
    acknowledgeRule(scope, { rule: 'kms-key-rotation', ...complete });
    const { evidence } = synthesize(app);
    expect(verdicts(evidence, 'kms-key-rotation')).toEqual(['Keys/Lazy: waived', 'Keys/Lazy2: finding']);
  });

  test('fails the synthesis when it is for more than one resource', () => {
    const app = newApp();
    const stack = new Stack(app, 'Keys');
    new kms.CfnKey(stack, 'A', { keyPolicy: {} });
    new kms.CfnKey(stack, 'B', { keyPolicy: {} });
    acknowledgeRule(stack, { rule: 'kms-key-rotation', ...complete });
    const { evidence, error } = synthesize(app);
    expect(verdicts(evidence, 'kms-key-rotation')).toEqual(['Keys/A: finding', 'Keys/B: finding']);
    expect(error).toContain('WAIVER_TOO_WIDE');
  });

  test.each([
    ['no reason at all', ''],
    ['a reason alone', 'We know what we do here.'],
    ['no last day', JSON.stringify({ ...complete, expires: undefined })],
    ['a field that no waiver has', JSON.stringify({ ...complete, resource: '*' })],
    ['JSON that is no object', '["kms-key-rotation"]'],
  ])('with %s silences nothing and fails the synthesis', (_, reason) => {
    const app = newApp();
    Validations.of(lazyKey(app)).acknowledge({ id: 'HIPAA-AI::kms-key-rotation', reason });
    const { evidence, error } = synthesize(app);
    expect(verdicts(evidence, 'kms-key-rotation')).toEqual(['Keys/Lazy: finding']);
    expect(blocking(evidence)).toEqual(['ACKNOWLEDGEMENT_INCOMPLETE']);
    expect(error).toContain('ACKNOWLEDGEMENT_INCOMPLETE');
    expect(error).not.toContain('We know what we do here');
  });

  test('of a rule that is no rule of ours is not our business', () => {
    const app = newApp();
    Validations.of(lazyKey(app)).acknowledge({ id: 'AwsSolutions::AwsSolutions-KMS5', reason: '' });
    expect(blocking(synthesize(app).evidence)).toEqual([]);
  });
});

test("cdk-nag's answers are recorded when they are compliant, and when a rule of its throws", () => {
  const app = newApp();
  const stack = new Stack(app, 'Stack');
  new s3.CfnBucket(stack, 'Versioned', { versioningConfiguration: { status: 'Enabled' } });
  new CfnResource(stack, 'Raw', { type: 'AWS::S3::Bucket' });
  const { evidence } = synthesize(app, { hipaaSecurityChecks: true });
  expect(verdicts(evidence, 'HIPAA.Security-S3BucketVersioningEnabled')).toEqual([
    'Stack/Versioned: compliant',
  ]);
  const pack = evidence.packs.find(({ name }) => name === 'HIPAA.Security');
  expect(pack).toEqual({ name: 'HIPAA.Security', version: '3.0.2', rules: 90 });
  const rule = evidence.rules.find(({ id }) => id === 'HIPAA.Security-S3BucketVersioningEnabled');
  expect(rule?.controls).not.toContain('164.308(a)(4)(ii)(A)');
});

test('the same input gives the same bytes, in any directory', () => {
  const bytes = () => {
    const app = newApp();
    new kms.CfnKey(new Stack(app, 'Keys'), 'Lazy', { keyPolicy: {} });
    synthesize(app);
    const read = (name: string) => readFileSync(path.join(app.outdir, 'evidence', name), 'utf8');
    return [read('evidence.json'), read('evidence.csv'), read('index.html')];
  };
  expect(bytes()).toEqual(bytes());
});

test('evidence of an earlier synthesis is gone before the next one begins', () => {
  const app = newApp();
  const stale = path.join(app.outdir, 'evidence', 'evidence.json');
  mkdirSync(path.dirname(stale), { recursive: true });
  writeFileSync(stale, '{}');
  new HipaaAiChecks(app, { asOf: '2026-11-24' });
  expect(existsSync(stale)).toBe(false);
});

test('a rule that throws is a fatal finding that no waiver covers', () => {
  const app = newApp();
  new kms.CfnKey(new Stack(app, 'Keys'), 'Any', { keyPolicy: {} });
  const crash = (): never => {
    throw new TypeError('some secret value');
  };
  const rule = {
    id: 'kms-crash',
    title: 'always throws',
    severity: 'error' as const,
    controls: ['164.312(b)'] as const,
    profiles: ['hipaa'] as const,
    why: 'w',
    fix: 'f',
    resourceTypes: ['AWS::KMS::Key'] as const,
    check: crash,
  };
  const { evidence, error } = synthesize(app, {
    rules: [{ ...rule, controls: ['164.312(b)'], profiles: ['hipaa'], resourceTypes: ['AWS::KMS::Key'] }],
    waivers: parseWaivers(
      `waivers:
  - rule: kms-crash
    resource: Keys/Any
    reason: Whatever the reason might be.
    alternative: Whatever the measure might be.
    owner: o
    approver: a
    ticket: t
    expires: 2027-01-31
`,
      'w.yaml',
    ),
  });
  expect(verdicts(evidence, 'kms-crash')).toEqual(['Keys/Any: finding']);
  expect(evidence.problems.map(({ code }) => code)).toEqual(['WAIVER_NOT_ALLOWED']);
  expect(error).not.toContain('some secret value');
});

test('a pack that cannot write its evidence fails the synthesis', () => {
  const app = newApp();
  new Stack(app, 'Empty');
  Validations.of(app).addPlugins(new HipaaAiChecks(app, { asOf: '2026-11-24' }));
  writeFileSync(path.join(app.outdir, 'evidence'), 'a file where a folder should be');
  expect(() => app.synth()).toThrow(/pack-failed/u);
});

describe('source lines', () => {
  const root = path.resolve(__dirname, '..', '..', '..');
  const lines = (sourceRoot?: string) => {
    const app = newApp();
    const stack = new Stack(app, 'Stack');
    new kms.CfnKey(stack, 'Lazy', { keyPolicy: {} });
    new kms.CfnKey(new NestedStack(stack, 'Nested'), 'InNested', { keyPolicy: {} });
    const { evidence } = synthesize(app, sourceRoot === undefined ? {} : { sourceRoot });
    return { evidence, sources: evidence.sources };
  };

  test('of resources with observations are those of the code that made them, relative to the root', () => {
    const { sources } = lines(root);
    expect(sources.map(({ logicalId }) => logicalId)).toEqual(expect.arrayContaining(['Lazy', 'InNested']));
    for (const { file } of sources) expect(file).toBe('test/compliance/packs/hipaa-ai-checks.test.ts');
    const own = readFileSync(__filename, 'utf8').split('\n');
    const line = sources.find(({ logicalId }) => logicalId === 'Lazy')?.line ?? 0;
    expect(own[line - 1]).toContain("new kms.CfnKey(stack, 'Lazy'");
  });

  test('are not told when they are outside of the root, or no root is given', () => {
    expect(lines(path.join(root, 'lib')).sources).toEqual([]);
    expect(lines().sources).toEqual([]);
  });

  test('do not put a path of this machine into the evidence', () => {
    expect(JSON.stringify(lines(root).evidence)).not.toContain(root);
  });
});

test('an app with analytics, as the CLI has them on, synthesizes under every rule', () => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-pack-'));
  directories.push(outdir);
  const app = new App({ outdir, analyticsReporting: true });
  new Stack(app, 'Stack', { env: { region: 'us-east-1' } });
  const { error } = synthesize(app, { profile: 'strict' });
  expect(error).not.toContain('call stack');
  expect(existsSync(path.join(outdir, 'Stack.template.json'))).toBe(true);
});
