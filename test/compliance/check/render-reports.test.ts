import { checkReport } from '../../../lib/compliance/check/check-report';
import { renderCheckJunit, renderCheckSarif } from '../../../lib/compliance/check/render-reports';
import type { Renderer } from '../../../lib/compliance/check/renderers';
import { finding, unknown, type Rule } from '../../../lib/compliance/rule';
import { Assembly } from '../../../lib/compliance/template/assembly';
import { publishedSchema } from '../../support/published-schema';

const rule = (id: string, check: Rule['check']): Rule => ({
  id,
  title: 'things are as they should be',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'For the test.',
  fix: 'mend it',
  resourceTypes: ['Test::Thing'],
  check,
});
const RULES = [
  rule('test-open', () => [finding('Properties.A', 'is open'), finding('Properties.B', 'is open')]),
  rule('test-unclear', () => [unknown('Properties.C', 'cannot be read')]),
  rule('test-fine', () => []),
];
const assembly = new Assembly([
  { path: 'a.yaml', sha256: '0'.repeat(64), body: { Resources: { Thing: { Type: 'Test::Thing' } } } },
]);
const report = checkReport(assembly, RULES);
const sourced = {
  ...report,
  findings: report.findings.map((each) => ({
    ...each,
    source: { file: 'infra/a.yaml', line: 4, column: 9 },
  })),
};

const rendered = (render: Renderer) => render(sourced, { rules: RULES, isColored: false });

test('a check as SARIF validates, and its results lie in the checked template', () => {
  const log = JSON.parse(rendered(renderCheckSarif)) as {
    runs: readonly [{ results: readonly { ruleId: string; locations: unknown; level: string }[] }];
  };
  expect(publishedSchema('sarif-2.1.0.schema.json')(log)).toEqual([]);
  expect(log.runs[0].results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['test-open', 'error'],
    ['test-open', 'error'],
    ['test-unclear', 'warning'],
  ]);
  expect(log.runs[0].results[0]?.locations).toMatchObject([
    {
      physicalLocation: {
        artifactLocation: { uri: 'infra/a.yaml' },
        region: { startLine: 4, startColumn: 9 },
      },
    },
  ]);
});

test('a check as JUnit has a case for each rule and resource that fail, and one for each rule without findings', () => {
  const xml = rendered(renderCheckJunit);
  expect(xml).toContain(
    '<testsuites name="hipaa-ai" tests="3" failures="2" errors="0" skipped="0" time="0">',
  );
  expect(xml).toContain(
    '<testcase classname="a.yaml#Thing" name="test-open" file="infra/a.yaml" line="4" time="0">',
  );
  expect(xml).toContain('<testcase classname="all resources" name="test-fine" time="0"/>');
});
