import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  App,
  NestedStack,
  Stack,
  Stage,
  Validations,
  aws_kms as kms,
  type IPolicyValidationPlugin,
} from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { gate } from '../../../lib/compliance/gate/gate';
import { HipaaAiChecks } from '../../../lib/compliance/packs/hipaa-ai-checks';
import { ruleSet } from '../../../lib/compliance/rule-set';
import { RULES } from '../../../lib/compliance/rules/registry';

const AS_OF = '2026-11-24';
const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-scopes-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));
let apps = 0;

/** An app with a stage of two stacks, one of which nests a third, and a key in each; and a stack beside the stage. */
function newApp(): { app: App; stage: Stage; records: Stack } {
  apps += 1;
  const app = new App({ outdir: path.join(outdir, String(apps)), analyticsReporting: false });
  const stage = new Stage(new Stage(app, 'Outer'), 'Inner');
  const records = new Stack(stage, 'Records');
  key(records);
  key(new NestedStack(records, 'Nested'));
  key(new Stack(stage, 'Website'));
  key(new Stack(app, 'Beside'));
  return { app, stage, records };
}

const key = (scope: Construct) => new kms.CfnKey(scope, 'Key', { keyPolicy: {} });
const checks = (scope: Construct) =>
  new HipaaAiChecks(scope, { asOf: AS_OF, rules: ruleSet(RULES, { only: ['kms-key-rotation'] }).rules });

/** Synthesizes; the error it throws, or ''. */
function synth(app: App): string {
  try {
    app.synth();
    return '';
  } catch (error) {
    return String(error);
  }
}

function evidenceIn(directory: string): Evidence {
  return evidenceSchema.parse(
    JSON.parse(readFileSync(path.join(directory, 'evidence', 'evidence.json'), 'utf8')),
  );
}

const judged = (evidence: Evidence) =>
  evidence.verdicts.map(({ constructPath }) => constructPath ?? '').sort((a, b) => (a < b ? -1 : 1));

test('on the app, every stage and nested stack is judged', () => {
  const { app } = newApp();
  Validations.of(app).addPlugins(checks(app));
  expect(synth(app)).toContain('kms-key-rotation');
  expect(judged(evidenceIn(app.outdir))).toEqual([
    'Beside/Key',
    'Outer/Inner/Records/Key',
    'Outer/Inner/Records/Nested/Key',
    'Outer/Inner/Website/Key',
  ]);
});

test('on a nested stage, that stage is judged, and its own cloud assembly has the evidence', () => {
  const { app, stage } = newApp();
  Validations.of(stage).addPlugins(checks(stage));
  expect(synth(app)).toContain('kms-key-rotation');
  expect(judged(evidenceIn(stage.outdir))).toEqual([
    'Outer/Inner/Records/Key',
    'Outer/Inner/Records/Nested/Key',
    'Outer/Inner/Website/Key',
  ]);
  const { reasons } = gate(stage.outdir, AS_OF, {
    available: RULES.filter(({ id }) => id === 'kms-key-rotation'),
  });
  expect(reasons.join('\n')).toContain('3 findings have no waiver');
  expect(reasons.join('\n')).not.toContain('no validation plugin ran');
});

test('for a stack, that stack and those nested in it are judged', () => {
  const { app, stage, records } = newApp();
  Validations.of(app).addPlugins(checks(records));
  expect(synth(app)).toContain('kms-key-rotation');
  const evidence = evidenceIn(stage.outdir);
  expect(judged(evidence)).toEqual(['Outer/Inner/Records/Key', 'Outer/Inner/Records/Nested/Key']);
  expect(evidence.inputs.scope).toBe('Outer/Inner/Records');
});

describe('evidence of one stack', () => {
  const available = RULES.filter(({ id }) => id === 'kms-key-rotation');
  function ofOneStack(): string {
    const { app, stage, records } = newApp();
    (records.node.findChild('Key') as kms.CfnKey).enableKeyRotation = true;
    (records.node.findChild('Nested').node.findChild('Key') as kms.CfnKey).enableKeyRotation = true;
    Validations.of(app).addPlugins(checks(records));
    expect(synth(app)).toBe('');
    return stage.outdir;
  }

  test('opens the gate for whoever says that it is meant', () => {
    expect(gate(ofOneStack(), AS_OF, { available, scope: 'Outer/Inner/Records' }).reasons).toEqual([]);
  });

  test('does not pass for evidence of everything, or of another stack', () => {
    const directory = ofOneStack();
    expect(gate(directory, AS_OF, { available }).reasons[0]).toContain("--scope 'Outer/Inner/Records'");
    expect(gate(directory, AS_OF, { available, scope: 'Outer/Inner/Website' }).reasons).toHaveLength(1);
  });
});

describe('with other packs present', () => {
  test.each([
    ["cdk-nag's HIPAA pack", (app: App) => new HIPAASecurityChecks(app)],
    ["cdk-nag's solutions pack", (app: App) => new AwsSolutionsChecks(app)],
    [
      'a plugin that finds nothing',
      (): IPolicyValidationPlugin => ({ name: 'Quiet', validate: () => ({ success: true, violations: [] }) }),
    ],
  ])('%s before it and after it, our findings still fail the synthesis', (_, other) => {
    for (const before of [true, false]) {
      const { app } = newApp();
      if (before) Validations.of(app).addPlugins(other(app));
      Validations.of(app).addPlugins(checks(app));
      if (!before) Validations.of(app).addPlugins(other(app));
      expect(synth(app)).toContain('evidence-blocks');
      expect(judged(evidenceIn(app.outdir))).toHaveLength(4);
    }
  });

  test('a plugin that throws leaves our evidence blocking, whatever CDK makes of it', () => {
    const { app } = newApp();
    Validations.of(app).addPlugins(checks(app), {
      name: 'Broken',
      validate: () => {
        throw new Error('broken');
      },
    });
    synth(app);
    const { reasons } = gate(app.outdir, AS_OF, {
      available: RULES.filter(({ id }) => id === 'kms-key-rotation'),
    });
    expect(reasons.join('\n')).toContain('4 findings have no waiver');
  });
});

test('the gate asks for the rules of a profile, and refuses evidence that lacks some', () => {
  apps += 1;
  const app = new App({ outdir: path.join(outdir, String(apps)), analyticsReporting: false });
  new Stack(app, 'Empty');
  Validations.of(app).addPlugins(new HipaaAiChecks(app, { asOf: AS_OF, profile: 'hipaa' }));
  expect(synth(app)).toBe('');
  expect(gate(app.outdir, AS_OF, { profile: 'hipaa' }).reasons).toEqual([]);
  expect(gate(app.outdir, AS_OF, { profile: 'strict' }).reasons.join()).toMatch(/lacks \d+ rules of strict/u);
});

test('fails on a scope that is in no app', () => {
  class Lone extends Construct {}
  expect(() => checks(new Lone(undefined as unknown as Construct, ''))).toThrow(
    'give the app, a stage or a stack',
  );
});
