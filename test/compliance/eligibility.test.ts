import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CfnResource, Stack, Validations, type App } from 'aws-cdk-lib';
import { readSettings } from '../../bin/read-settings';
import { LIST_AGE_DAYS, listProblems, withEligibleServices } from '../../lib/compliance/eligibility';
import { evidenceSchema, type Evidence } from '../../lib/compliance/evidence/evidence';
import { renderHtml } from '../../lib/compliance/evidence/render-html';
import { judge } from '../../lib/compliance/judge';
import { LIST_DATE } from '../../lib/compliance/law/eligible-services';
import { parseEligibleServices } from '../../lib/compliance/law/eligible-services-file';
import { HipaaAiChecks } from '../../lib/compliance/packs/hipaa-ai-checks';
import { ruleSet } from '../../lib/compliance/rule-set';
import { eligibleService } from '../../lib/compliance/rules/governance/eligible-service';
import { RULES } from '../../lib/compliance/rules/registry';
import { readAssembly } from '../../lib/compliance/template/read-assembly';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import { TODAY } from '../bedrock/approved-models';
import { assemblyOf, resource } from '../support/judge-template';
import { ROOT, testApp } from '../support/synthesize';

const NEWER = '2026-10-01';
const list = parseEligibleServices(
  `listDate: ${NEWER}\nsource: the page of AWS\nservices: [{ name: Amazon Lightsail, namespaces: [Lightsail] }]\n`,
  'services.yaml',
);
const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const ours = ruleSet(RULES);
const theirs = ruleSet(RULES, withEligibleServices({}, list));

describe.each([
  { whose: 'our list', set: ours, day: LIST_DATE },
  { whose: 'a newer list', set: theirs, day: NEWER },
])('$whose', ({ set, day }) => {
  test.each([0, 1, LIST_AGE_DAYS])('is not spoken of after %i days', (days) => {
    expect(listProblems(set, later(day, days))).toEqual([]);
  });

  test('is a warning, and blocks nothing, after a day more', () => {
    const asOf = later(day, LIST_AGE_DAYS + 1);
    const [problem, ...others] = listProblems(set, asOf);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'ELIGIBLE_SERVICES_OLD', blocks: false });
    expect(problem?.message).toContain(`is of ${day}, 91 days before ${asOf}; after 90 days compare it`);
  });

  test('is a warning when it is of a later day', () => {
    expect(listProblems(set, later(day, -1))).toMatchObject([{ blocks: false }]);
  });
});

test('a day that cannot be read is a warning', () => {
  const parameters = { [eligibleService.id]: { listDate: 'yesterday' } };
  expect(listProblems(ruleSet(RULES, { parameters }), TODAY)).toMatchObject([
    { message: expect.stringContaining('no day that can be read') as string, blocks: false },
  ]);
});

test('nothing is said of a list that no rule looks at', () => {
  expect(listProblems(ruleSet(RULES, { only: ['kms-*'] }), '2099-01-01')).toEqual([]);
});

test('a list and parameters of the rule are one too many', () => {
  const parameters = { [eligibleService.id]: { namespaces: ['S3'] } };
  expect(() => withEligibleServices({ parameters }, list)).toThrow(
    "parameters are given for 'governance-eligible-service', and the list services.yaml; give one of them",
  );
});

describe('in the pack', () => {
  function evidenceOf(asOf: string, eligibleServices?: typeof list): { app: App; evidence: Evidence } {
    const app = testApp();
    new CfnResource(new Stack(app, 'Portal'), 'Instance', { type: 'AWS::Lightsail::Instance' });
    const rules = [eligibleService];
    Validations.of(app).addPlugins(
      new HipaaAiChecks(app, { asOf, rules, ...(eligibleServices ? { eligibleServices } : {}) }),
    );
    try {
      app.synth();
    } catch (error) {
      // what a finding does to the synthesis
      expect(String(error)).toContain('evidence-blocks');
    }
    const file = path.join(app.outdir, 'evidence', 'evidence.json');
    return { app, evidence: evidenceSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  }
  afterEach(() => {
    process.exitCode = 0;
  });

  test('a newer list decides, and the evidence says which it was', () => {
    const { evidence } = evidenceOf(later(NEWER, 90), list);
    expect(evidence.summary).toMatchObject({ blocks: false, verdicts: { compliant: 1, finding: 0 } });
    expect(evidence.problems).toEqual([]);
    const { path: file, sha256, listDate } = list;
    expect(evidence.inputs.eligibleServices).toEqual({ path: file, sha256, listDate });
    expect(renderHtml(evidence)).toContain(`Eligible services of ${NEWER}`);
  });

  test('a newer list that has grown old is a warning, and nothing is blocked for it', () => {
    const { evidence } = evidenceOf(later(NEWER, 91), list);
    expect(evidence.problems).toMatchObject([{ code: 'ELIGIBLE_SERVICES_OLD', blocks: false }]);
    expect(evidence.summary.blocks).toBe(false);
  });

  test('without one, a service that ours does not name is said to be not on it', () => {
    const { evidence } = evidenceOf(LIST_DATE);
    expect(evidence.problems).toEqual([]);
    expect(evidence.inputs.eligibleServices).toBeUndefined();
    expect(evidence.verdicts).toMatchObject([
      { verdict: 'finding', observations: [{ message: `Lightsail is not on the list of ${LIST_DATE}` }] },
    ]);
  });
});

test('every type of our own environment is asked about, and is of an eligible service', () => {
  const app = testApp();
  const environment = new HipaaAiEnvironment(app, 'HipaaAi-dev', {
    settings: readSettings('dev'),
    today: TODAY,
  });
  app.synth();
  const assembly = readAssembly(environment.outdir);
  const outcomes = judge(assembly, [eligibleService]);
  const asked = new Set(outcomes.map(({ resource: { type } }) => type));
  const types = assembly.templates.flatMap(({ resources }) => resources.map(({ type }) => type));
  expect(types.filter((type) => type.startsWith('AWS::') && !asked.has(type))).toEqual([]);
  expect(outcomes.filter(({ verdict }) => verdict !== 'compliant')).toEqual([]);
});

test('every type that the CDK knows has an answer: on the list, a control plane, a question, or not on the list', () => {
  const modules = path.join(ROOT, 'node_modules', 'aws-cdk-lib');
  const types = readdirSync(modules).flatMap((name) => {
    if (!name.startsWith('aws-')) return [];
    const lib = path.join(modules, name, 'lib');
    const file = readdirSync(lib).find((each) => each.endsWith('.generated.js'));
    const text = file === undefined ? '' : readFileSync(path.join(lib, file), 'utf8');
    // SAM makes other types of its own
    return [...new Set(text.match(/AWS::(?!Serverless)[A-Za-z0-9]+::[A-Za-z0-9]+/gu) ?? [])];
  });
  const resources = Object.fromEntries(types.map((type, index) => [`R${index}`, resource(type)]));
  const outcomes = judge(assemblyOf({ Resources: resources }), [eligibleService]);
  expect(types.length).toBeGreaterThan(1000);
  expect(outcomes).toHaveLength(types.length);
  const answers = outcomes.flatMap(({ observations, crashed }) =>
    crashed ? ['crashed'] : observations.map(({ message }) => message),
  );
  for (const answer of answers)
    expect(answer).toMatch(/^(?:[A-Za-z0-9]+ is not on the list of \d{4}-\d{2}-\d{2}|is not eligible: )/u);
  expect(answers).toContain(`Lightsail is not on the list of ${LIST_DATE}`);
});
