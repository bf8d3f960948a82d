import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { renderCsv } from '../../../lib/compliance/evidence/render-csv';
import { hostileEvidence, largeEvidence, sampleEvidence } from './sample-evidence';

/** Reads RFC 4180: quotes double inside quoted fields, CRLF ends a record. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    const [, quoted, plain, end] = match;
    records.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') throw new Error(`a record does not end at ${field.lastIndex}`);
    if (end !== '\r\n') continue;
    if (field.lastIndex === text.length) return records;
    records.push([]);
  }
  throw new Error('not RFC 4180');
}

function rowsOf(evidence: Evidence): Record<string, string>[] {
  const [header = [], ...records] = readCsv(renderCsv(evidence));
  return records.map((record) => {
    expect(record).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
  });
}

function withMessage(message: string): Evidence {
  const evidence = sampleEvidence();
  const verdicts = evidence.verdicts.map((verdict) => ({
    ...verdict,
    observations: verdict.observations.map((observation) => ({ ...observation, message })),
  }));
  return { ...evidence, verdicts };
}

describe('the evidence as CSV', () => {
  test('begins with the columns auditors know from cdk-nag 2, and says more', () => {
    const [header] = readCsv(renderCsv(sampleEvidence()));
    expect(header?.join(',')).toBe(
      'Rule ID,Pack,Severity,Verdict,Resource ID,Resource Type,Template,Logical ID,Property,Message,' +
        '45 CFR 164 paragraphs,Rule title,Fix,Waiver reason,Waiver alternative,Waiver owner,Waiver approver,' +
        'Waiver ticket,Waiver expires',
    );
  });

  test('has a row for each observation, a row for each verdict without one, and then the blocking problems', () => {
    const evidence = sampleEvidence();
    const expected = [
      ...evidence.verdicts.flatMap(({ rule, observations }) =>
        Array.from({ length: Math.max(1, observations.length) }, () => rule),
      ),
      'WAIVER_EXPIRED',
    ];
    expect(rowsOf(evidence).map((row) => row['Rule ID'])).toEqual(expected);
  });

  test('shows every kind of verdict', () => {
    const kinds = new Set(rowsOf(sampleEvidence()).map((row) => row['Verdict']));
    expect(kinds).toEqual(
      new Set(['compliant', 'finding', 'not-applicable', 'problem', 'unknown', 'waived']),
    );
  });

  test('names the resource by its construct path, or by template and logical id where it has none', () => {
    const rows = rowsOf(sampleEvidence()).filter((row) => row['Rule ID'] === 'kms-key-rotation');
    expect(rows.map((row) => row['Resource ID'])).toEqual([
      'HipaaAi-dev/Keys/Data/Resource',
      'HipaaAi-dev/Keys/Import/Resource',
      'HipaaAi-dev/Keys/Import/Resource',
      'HipaaAidevData.template.json#SigningKey',
    ]);
  });

  test('puts the whole waiver beside what it covers', () => {
    const row = rowsOf(sampleEvidence()).find((candidate) => candidate['Waiver ticket'] === 'GRC-1187');
    expect(row).toMatchObject({
      Verdict: 'waived',
      Property: 'Properties.VersioningConfiguration',
      'Waiver reason': 'Server access logs are written once by S3 and are never overwritten.',
      'Waiver owner': 'Platform engineering',
      'Waiver approver': 'R. Okafor, security officer',
      'Waiver ticket': 'GRC-1187',
      'Waiver expires': '2027-06-30',
    });
  });

  test('keeps an open observation open when another of the same resource is waived', () => {
    const evidence = sampleEvidence();
    const verdicts = evidence.verdicts.map((verdict) => {
      const [first, ...others] = verdict.observations;
      return first && others.length > 0
        ? { ...verdict, observations: [{ ...first, waiver: 0 }, ...others] }
        : verdict;
    });
    const rows = rowsOf({ ...evidence, verdicts }).filter((row) => row['Logical ID'] === 'ImportKey55B1');
    expect(rows.map((row) => row['Verdict'])).toEqual(['waived', 'finding']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("a","b")'])(
    'a spreadsheet does not run %j',
    (formula) => {
      const messages = rowsOf(withMessage(formula)).map((row) => row['Message']);
      expect(messages).toContain(`'${formula}`);
      expect(messages).not.toContain(formula);
    },
  );

  test.each(['a,b', 'a "b" c', 'line\r\nbreak', 'line\nbreak', 'line\rbreak', ' spaced ', '"'])(
    'gives back %j as it was',
    (text) => {
      expect(rowsOf(withMessage(text)).map((row) => row['Message'])).toContain(text);
    },
  );

  test('reads back whole when every text in it is hostile', () => {
    const evidence = hostileEvidence();
    expect(evidenceSchema.safeParse(evidence).success).toBe(true);
    expect(rowsOf(evidence).length).toBeGreaterThan(evidence.verdicts.length);
  });

  test('still lists a verdict whose rule the evidence does not describe', () => {
    const rows = rowsOf({ ...sampleEvidence(), rules: [] });
    expect(rows[0]).toMatchObject({ 'Rule ID': 'bedrock-guardrail-pii', Pack: '', Severity: '' });
  });

  test('is the same bytes for the same evidence', () => {
    expect(renderCsv(largeEvidence(50, 10))).toBe(renderCsv(largeEvidence(50, 10)));
  });
});
