import { diffEvidence, type EvidenceDiff } from '../../../lib/compliance/evidence/diff-evidence';
import type { Evidence, VerdictRecord } from '../../../lib/compliance/evidence/evidence';
import { renderDiff } from '../../../lib/compliance/evidence/render-diff';
import { cleanEvidence, sampleEvidence } from './sample-evidence';

const named = (findings: EvidenceDiff['appeared']) =>
  findings.map(({ rule, logicalId, property }) => `${rule} ${logicalId} ${property}`);

/** The sample with another say on each row. */
function changed(change: (row: VerdictRecord) => VerdictRecord): Evidence {
  const evidence = sampleEvidence();
  return { ...evidence, verdicts: evidence.verdicts.map(change) };
}

const isRotation = (row: VerdictRecord) => row.rule === 'kms-key-rotation' && row.verdict === 'finding';

test('the same evidence has not changed', () => {
  const diff = diffEvidence(sampleEvidence(), sampleEvidence());
  for (const list of Object.values(diff)) expect(list).toEqual([]);
  expect(renderDiff(diff)).toBe('0 new, 0 fixed, 0 no longer judged, 0 now waived, 0 changed\n');
});

test('what is mended is fixed, and what comes is new', () => {
  const open = [
    'kms-key-rotation ImportKey55B1 Properties.EnableKeyRotation',
    'kms-key-rotation ImportKey55B1 Properties.RotationPeriodInDays',
    's3-bucket-tls-only ResultsF3C1 ',
    's3-bucket-tls-only ReplicaF3C1 Properties.PolicyDocument.Statement.0.Condition',
  ];
  const mended = diffEvidence(sampleEvidence(), cleanEvidence());
  expect(named(mended.fixed)).toEqual(open);
  expect(mended.appeared).toEqual([]);
  expect(named(diffEvidence(cleanEvidence(), sampleEvidence()).appeared)).toEqual(open);
});

describe('what was open and is not judged any more', () => {
  const gone = (after: Evidence) => diffEvidence(sampleEvidence(), after);

  test('is not called fixed when its rule did not run', () => {
    const clean = cleanEvidence();
    const without = { ...clean, rules: clean.rules.filter(({ id }) => id !== 'kms-key-rotation') };
    const diff = gone(without);
    expect(named(diff.unjudged)).toHaveLength(2);
    expect(named(diff.fixed).filter((name) => name.startsWith('kms-key-rotation'))).toEqual([]);
    expect(renderDiff(diff)).toContain('no longer judged (2)');
  });

  test('is not called fixed when its stack is out of the scope', () => {
    const clean = cleanEvidence();
    const narrow = { ...clean, inputs: { ...clean.inputs, scope: 'Other', templates: [] } };
    expect(gone(narrow).fixed).toEqual([]);
    expect(gone(narrow).unjudged).toHaveLength(4);
  });

  test('tells that another profile or threshold was asked for', () => {
    const clean = cleanEvidence();
    const rules = {
      ...clean.inputs.rules,
      profile: 'ai' as const,
      parameters: { 'logs-group-retention': { days: 1 } },
    };
    const diff = gone({ ...clean, inputs: { ...clean.inputs, rules } });
    expect(diff.asked).toEqual([{ before: 'hipaa', after: 'ai, with logs-group-retention.days = 1' }]);
  });
});

test('what a waiver covers now is waived, and open again when the waiver goes', () => {
  const covered = changed((row) =>
    isRotation(row)
      ? { ...row, verdict: 'waived', observations: row.observations.map((seen) => ({ ...seen, waiver: 0 })) }
      : row,
  );
  const there = diffEvidence(sampleEvidence(), covered);
  expect([there.waived.length, there.fixed.length, there.appeared.length]).toEqual([2, 0, 0]);
  const back = diffEvidence(covered, sampleEvidence());
  expect([back.waived.length, back.fixed.length, back.appeared.length]).toEqual([0, 0, 2]);
});

test('what is seen otherwise is changed, and not new', () => {
  const reworded = changed((row) =>
    isRotation(row)
      ? { ...row, observations: row.observations.map((seen) => ({ ...seen, message: 'is off' })) }
      : row,
  );
  const diff = diffEvidence(sampleEvidence(), reworded);
  expect(diff.appeared).toEqual([]);
  expect(diff.changed.map(({ before, after }) => [before.message, after.message])).toEqual([
    ['must be true', 'is off'],
    ['must be at most 365 days', 'is off'],
  ]);
});

test('names rules, waivers in force and paragraphs that changed', () => {
  const before = sampleEvidence();
  const [first, ...rules] = before.rules;
  const after = { ...cleanEvidence(), rules };
  const diff = diffEvidence(before, after);
  expect([diff.rulesRemoved, diff.rulesAdded]).toEqual([[first?.id], []]);
  expect(diffEvidence(after, before).rulesAdded).toEqual([first?.id]);
  expect(diff.waiversEnded.map(({ ticket }) => ticket)).toEqual(['GRC-1187', 'GRC-1203']);
  expect(diffEvidence(after, before).waiversAdded.map(({ ticket }) => ticket)).toEqual([
    'GRC-1187',
    'GRC-1203',
  ]);
  const changes = diffEvidence(before, {
    ...before,
    coverage: before.coverage.map((row) =>
      row.control === '164.312(b)' ? { ...row, statement: 'no rule looked at it; remaining duty: x' } : row,
    ),
  }).coverage;
  expect(changes.map(({ after: row }) => row.control)).toEqual(['164.312(b)']);
});

test('is printed by section, with counts last, and nothing in it drives a terminal', () => {
  const text = renderDiff(
    diffEvidence(
      cleanEvidence(),
      changed((row) => ({ ...row, logicalId: `${row.logicalId}\u001B[2J` })),
    ),
  );
  expect(text).toMatch(
    /^new \(4\)\n {2}finding kms-key-rotation on HipaaAi-dev\/Keys\/Import\/Resource: Properties\.EnableKeyRotation must be true\n/u,
  );
  expect(text).toMatch(/\n4 new, 0 fixed, 0 no longer judged, 0 now waived, 0 changed\n$/u);
  expect(text).not.toContain('\u001B');
});

test('a section of more than a hundred rows is cut, and says where the rest is', () => {
  const sample = sampleEvidence();
  const [rule] = sample.rules;
  const added = (count: number) =>
    rule ? Array.from({ length: count }, (_, index) => ({ ...rule, id: `added-${index}` })) : [];
  const text = (count: number) =>
    renderDiff(diffEvidence(sample, { ...sample, rules: [...sample.rules, ...added(count)] }));
  expect(text(100)).not.toContain('more: --format json');
  expect(text(101)).toContain('rules added (101)\n');
  expect(text(101)).toContain('\n  and 1 more: --format json\n');
});
