import type { Evidence } from '../../../lib/compliance/evidence/evidence';
import { MOST_RESULTS, MOST_SHOWN, renderSarif } from '../../../lib/compliance/evidence/render-sarif';
import {
  findingReport,
  type FindingReport,
  type ReportedFinding,
} from '../../../lib/compliance/evidence/reported-finding';
import { publishedSchema } from '../../support/published-schema';
import { cleanEvidence, hostileEvidence, sampleEvidence } from './sample-evidence';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly baselineState?: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
      readonly region: { readonly startLine: number; readonly startColumn?: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly help: { readonly markdown: string };
        readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string };
      }[];
    };
  };
  readonly automationDetails: { readonly id: string };
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly {
      readonly descriptor: { readonly id: string };
      readonly level: string;
      readonly message: { readonly text: string };
    }[];
  }[];
}

const errorsOf = publishedSchema('sarif-2.1.0.schema.json');

function runOf(report: FindingReport): Run {
  const log = JSON.parse(renderSarif(report)) as { runs: readonly [Run] };
  expect(errorsOf(log)).toEqual([]);
  return log.runs[0];
}

const runOfEvidence = (evidence: Evidence) => runOf(findingReport(evidence));

function many(count: number, change: Partial<ReportedFinding> = {}): FindingReport {
  const sample = findingReport(sampleEvidence());
  const findings = Array.from({ length: count }, (_, index): ReportedFinding => ({
    rule: 's3-bucket-versioned',
    verdict: 'finding',
    template: 'a.template.json',
    logicalId: `Store${index}`,
    resourceType: 'AWS::S3::Bucket',
    property: '',
    message: 'is open',
    source: { file: 'lib/a.ts', line: 1 },
    ...change,
  }));
  return { ...sample, findings, notices: [] };
}

const codesOf = (run: Run) =>
  run.invocations.flatMap(({ toolExecutionNotifications: all }) =>
    all.map(({ descriptor }) => descriptor.id),
  );

describe('findings as SARIF', () => {
  test.each([
    ['the sample', sampleEvidence()],
    ['evidence without findings', cleanEvidence()],
    ['hostile text', hostileEvidence()],
  ])('%s validates against the schema of OASIS', (_, evidence) => {
    runOfEvidence(evidence);
  });

  test('has a result for each observation, open or waived, the worst first', () => {
    const { results } = runOfEvidence(sampleEvidence());
    expect(results.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions.length])).toEqual([
      ['kms-key-rotation', 'error', 0],
      ['kms-key-rotation', 'error', 0],
      ['s3-bucket-tls-only', 'error', 0],
      ['s3-bucket-tls-only', 'warning', 0],
      ['s3-bucket-versioned', 'error', 1],
      ['lambda-vpc', 'warning', 1],
    ]);
  });

  test('places a result at the line of the code that made the resource, relative to the root of the repository', () => {
    const [first] = runOfEvidence(sampleEvidence()).results;
    expect(first?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'lib/keys/import.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 41 },
    });
  });

  test('places what has no known line at cdk.json, and says how many these are', () => {
    const run = runOfEvidence({ ...sampleEvidence(), sources: [] });
    expect(
      new Set(run.results.map((result) => result.locations[0]?.physicalLocation.artifactLocation.uri)),
    ).toEqual(new Set(['cdk.json']));
    const notice = run.invocations[0]?.toolExecutionNotifications.find(
      ({ descriptor }) => descriptor.id === 'RESULTS_WITHOUT_PLACE',
    );
    expect(notice?.message.text).toMatch(/^6 results have no line/u);
  });

  test('gives the column where it is known, and writes a file name that is no URI as one', () => {
    const [result] = runOf(many(1, { source: { file: 'lib/a b#c.yaml', line: 7, column: 3 } })).results;
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'lib/a%20b%23c.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 3 },
    });
  });

  test.each(['/home/somebody/app/a.ts', '../elsewhere/a.ts', 'C:/app/a.ts', 'node_modules/a/index.js'])(
    'does not publish %s, which is no file of the repository',
    (file) => {
      expect(renderSarif(many(1, { source: { file, line: 1 } }))).not.toContain(file);
    },
  );

  test('passes on what was there before, where runs were compared', () => {
    const states = (['new', 'unchanged'] as const).map(
      (baselineState) => runOf(many(1, { baselineState })).results[0]?.baselineState,
    );
    expect(states).toEqual(['new', 'unchanged']);
  });

  test('suppresses what is waived, with reason, measure, owner, approver, ticket and last day', () => {
    const result = runOfEvidence(sampleEvidence()).results.find(
      ({ ruleId }) => ruleId === 's3-bucket-versioned',
    );
    expect(result?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification:
          'Server access logs are written once by S3 and are never overwritten. Alternative: Object Lock in governance mode keeps every log object for 2192 days. Owner Platform engineering, approved by R. Okafor, security officer, GRC-1187, until 2027-06-30.',
      },
    ]);
  });

  test('calls a waiver written in code a suppression in source', () => {
    const evidence = sampleEvidence();
    const waivers = evidence.waivers.map((waiver) => ({ ...waiver, source: 'inline' as const }));
    const kinds = runOfEvidence({ ...evidence, waivers }).results.flatMap(({ suppressions }) =>
      suppressions.map(({ kind }) => kind),
    );
    expect(kinds).toEqual(['inSource', 'inSource']);
  });

  test('keeps fingerprints when lines move and messages change, and tells equal findings apart', () => {
    const prints = (change: Partial<ReportedFinding>) =>
      runOf(many(3, { logicalId: 'Same', ...change })).results.map(
        ({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'],
      );
    const before = prints({});
    expect(new Set(before).size).toBe(3);
    expect(prints({ source: { file: 'lib/other.ts', line: 99 }, message: 'says it otherwise' })).toEqual(
      before,
    );
    expect(prints({ property: 'Properties.X' })).not.toEqual(before);
  });

  test('explains each rule: why, fix, law, severity, and at most ten tags', () => {
    const evidence = sampleEvidence();
    const controls = Array.from({ length: 20 }, (_, index) => `164.312(${index})`);
    const rules = evidence.rules.map((rule) => (rule.id === 'lambda-vpc' ? { ...rule, controls } : rule));
    const descriptors = runOfEvidence({ ...evidence, rules }).tool.driver.rules;
    const rotation = descriptors.find(({ id }) => id === 'kms-key-rotation');
    expect(rotation?.help.markdown).toBe(
      '**Why.** Key material that never changes protects ever more PHI, and one leak opens all of it.\n\n' +
        '**Fix.** Set EnableKeyRotation to true and RotationPeriodInDays to at most 365.\n\n' +
        '**Supports, in part.** 45 CFR 164.312(a)(2)(iv)',
    );
    expect(rotation?.properties['security-severity']).toBe('7.5');
    expect(descriptors.find(({ id }) => id === 'lambda-vpc')?.properties.tags).toHaveLength(10);
  });

  test('refers to its rules by index', () => {
    const { tool, results } = runOfEvidence(sampleEvidence());
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('tells problems around the rules as notifications', () => {
    const notes = runOfEvidence(sampleEvidence()).invocations[0]?.toolExecutionNotifications;
    expect(notes?.map(({ descriptor, level }) => [descriptor.id, level]).slice(0, 2)).toEqual([
      ['WAIVER_EXPIRED', 'error'],
      ['WAIVER_EXPIRES_SOON', 'warning'],
    ]);
  });

  test('tells environments apart', () => {
    const id = (environment: string) =>
      runOfEvidence({ ...sampleEvidence(), environment }).automationDetails.id;
    expect(id('dev')).not.toBe(id('prod'));
  });

  test.each([
    [MOST_SHOWN, []],
    [MOST_SHOWN + 1, ['RESULTS_NOT_SHOWN']],
    [MOST_RESULTS, ['RESULTS_NOT_SHOWN']],
    [MOST_RESULTS + 1, ['RESULTS_LEFT_OUT', 'RESULTS_NOT_SHOWN']],
  ])('of %i results, says %j', (count, codes) => {
    const log = JSON.parse(renderSarif(many(count))) as { runs: readonly [Run] };
    expect(log.runs[0].results).toHaveLength(Math.min(count, MOST_RESULTS));
    expect(codesOf(log.runs[0])).toEqual(codes);
  });

  test('leaves out waived results before open ones', () => {
    const sample = many(MOST_RESULTS + 1);
    const [waiver] = sampleEvidence().waivers;
    const findings = sample.findings.map((finding, index) =>
      index === 0 && waiver ? { ...finding, waiver } : finding,
    );
    const log = JSON.parse(renderSarif({ ...sample, findings })) as { runs: readonly [Run] };
    expect(log.runs[0].results.filter(({ suppressions }) => suppressions.length > 0)).toEqual([]);
  });
});
