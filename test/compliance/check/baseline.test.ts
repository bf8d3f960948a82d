import { againstBaseline, parseBaseline } from '../../../lib/compliance/check/baseline';
import { checkReport } from '../../../lib/compliance/check/check-report';
import { Fingerprints } from '../../../lib/compliance/check/fingerprint';
import { mergeReports } from '../../../lib/compliance/check/merge-reports';
import { finding, type Rule } from '../../../lib/compliance/rule';
import { UnreadableInput } from '../../../lib/compliance/template/unreadable-input';
import { assemblyOf, resource } from '../../support/judge-template';

const place = { rule: 'r-a', template: 'a.yaml', logicalId: 'Bucket', property: 'Properties' };

describe('a fingerprint', () => {
  test('is the same in another run, and differs where rule, template, resource or property does', () => {
    const once = new Fingerprints().of(place);
    expect(new Fingerprints().of(place)).toBe(once);
    const others = [
      { ...place, rule: 'r-b' },
      { ...place, template: 'b.yaml' },
      { ...place, logicalId: 'Other' },
      { ...place, property: 'Properties.Tags' },
    ].map((each) => new Fingerprints().of(each));
    expect(new Set([once, ...others]).size).toBe(5);
  });

  test('tells findings that are alike in all of it apart by their order', () => {
    const [one, other] = [new Fingerprints(), new Fingerprints()].map((each) => [
      each.of(place),
      each.of(place),
    ]);
    expect(one).toEqual(other);
    expect(new Set(one).size).toBe(2);
  });

  test('does not run two texts together', () => {
    const joined = new Fingerprints().of({ ...place, logicalId: 'Bucket","Properties', property: '' });
    expect(joined).not.toBe(new Fingerprints().of(place));
  });
});

const always: Rule = {
  id: 'test-always',
  title: 'no buckets',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'For the test.',
  fix: 'none',
  resourceTypes: ['AWS::S3::Bucket'],
  check: ({ logicalId }) => [finding('Properties', `is ${logicalId}`)],
};
const reportOn = (...ids: readonly string[]) =>
  checkReport(
    assemblyOf({ Resources: Object.fromEntries(ids.map((id) => [id, resource('AWS::S3::Bucket')])) }),
    [always],
  );

describe('a baseline', () => {
  test('marks what was there before, and counts what is gone', () => {
    const baseline = parseBaseline(JSON.stringify(reportOn('Old', 'Gone')), 'b.json');
    const { findings, summary } = againstBaseline(reportOn('Old', 'Fresh'), baseline);
    expect(findings.map(({ logicalId, baselineState }) => [logicalId, baselineState])).toEqual([
      ['Old', 'unchanged'],
      ['Fresh', 'new'],
    ]);
    expect(summary.baseline).toEqual({ new: 1, unchanged: 1, gone: 1 });
  });

  test.each([
    ['no JSON', '{', 'not valid JSON'],
    ['a list', '[]', "has no 'findings'"],
    ['findings that are none', '{"findings":[1]}', 'findings.0 is no finding'],
    ['findings under a prototype name', '{"__proto__":{"findings":[]}}', "has no 'findings'"],
  ])('that is %s is refused', (_, text, message) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(UnreadableInput);
    expect(() => parseBaseline(text, 'b.json')).toThrow(message);
  });
});

test('reports of several inputs are one, in their order, and nothing unreadable is lost', () => {
  const judged = (...ids: readonly string[]) => ({
    kind: 'judged' as const,
    report: reportOn(...ids),
    declared: ids,
  });
  const { report, unreadable, declared } = mergeReports(
    [judged('A'), { kind: 'unreadable', message: 'x.yaml: no' }, { kind: 'no-template' }, judged('A', 'B')],
    7,
  );
  expect(report.findings.map(({ logicalId }) => logicalId)).toEqual(['A', 'A', 'B']);
  expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  expect(report.summary).toMatchObject({
    templates: 2,
    resources: 3,
    rules: 7,
    findings: 3,
    skipped: 1,
    unreadable: 1,
  });
  expect(unreadable).toEqual(['x.yaml: no']);
  expect([...declared]).toEqual(['A', 'B']);
});
