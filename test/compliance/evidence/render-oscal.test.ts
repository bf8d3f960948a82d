import type { Evidence } from '../../../lib/compliance/evidence/evidence';
import { renderAssessmentResults } from '../../../lib/compliance/evidence/oscal/render-assessment-results';
import { renderComponentDefinition } from '../../../lib/compliance/evidence/oscal/render-component-definition';
import { controlId, line } from '../../../lib/compliance/evidence/oscal/oscal';
import { uuidOf } from '../../../lib/compliance/evidence/oscal/uuid';
import { LAW } from '../../../lib/compliance/law/law';
import { publishedSchema } from '../../support/published-schema';
import { cleanEvidence, hostileEvidence, largeEvidence, sampleEvidence } from './sample-evidence';

interface Results {
  readonly 'assessment-results': {
    readonly uuid: string;
    readonly results: readonly [
      {
        readonly 'local-definitions': { readonly 'inventory-items': readonly { readonly uuid: string }[] };
        readonly observations: readonly {
          readonly uuid: string;
          readonly title: string;
          readonly methods: readonly string[];
          readonly subjects?: readonly {
            readonly 'subject-uuid': string;
            readonly props: readonly { readonly value: string }[];
          }[];
        }[];
        readonly risks?: readonly {
          readonly uuid: string;
          readonly title: string;
          readonly status: string;
          readonly deadline?: string;
          readonly 'mitigating-factors'?: readonly { readonly description: string }[];
        }[];
        readonly findings?: readonly {
          readonly title: string;
          readonly target: {
            readonly type: string;
            readonly 'target-id': string;
            readonly status: { readonly state: string; readonly reason: string; readonly remarks: string };
          };
          readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
        }[];
      },
    ];
    readonly 'local-definitions'?: {
      readonly 'objectives-and-methods': readonly {
        readonly 'control-id': string;
        readonly parts: readonly { readonly id: string }[];
      }[];
    };
  };
}

interface Definition {
  readonly 'component-definition': {
    readonly components: readonly [
      {
        readonly 'control-implementations': readonly [
          {
            readonly 'implemented-requirements': readonly {
              readonly 'control-id': string;
              readonly description: string;
              readonly statements?: readonly { readonly 'statement-id': string }[];
            }[];
          },
        ];
      },
    ];
  };
}

const resultErrors = publishedSchema('oscal_assessment-results_schema.json');
const definitionErrors = publishedSchema('oscal_component_schema.json');

function resultsOf(evidence: Evidence) {
  const document = JSON.parse(renderAssessmentResults(evidence)) as Results;
  expect(resultErrors(document)).toEqual([]);
  return document['assessment-results'];
}

function requirementsOf(evidence: Evidence) {
  const document = JSON.parse(renderComponentDefinition(evidence)) as Definition;
  expect(definitionErrors(document)).toEqual([]);
  return document['component-definition'].components[0]['control-implementations'][0][
    'implemented-requirements'
  ];
}

function statesOf(evidence: Evidence): Record<string, string> {
  const findings = resultsOf(evidence).results[0].findings ?? [];
  return Object.fromEntries(
    findings.map(({ title, target }) => [title, `${target.status.state}, ${target.status.reason}`]),
  );
}

const EMPTY: Evidence = {
  ...sampleEvidence(),
  rules: [],
  verdicts: [],
  waivers: [],
  problems: [],
  sources: [],
};

describe.each([
  ['the sample', sampleEvidence()],
  ['evidence without findings', cleanEvidence()],
  ['hostile text', hostileEvidence()],
  ['many resources', largeEvidence(50, 20)],
  ['nothing judged', EMPTY],
])('%s', (_, evidence) => {
  test('validates as OSCAL assessment results', () => {
    resultsOf(evidence);
  });

  test('validates as an OSCAL component definition', () => {
    requirementsOf(evidence);
  });
});

describe('assessment results', () => {
  test('are satisfied or not of a rule under a paragraph, never of the paragraph', () => {
    const results = resultsOf(sampleEvidence());
    const ids = new Set(
      results['local-definitions']?.['objectives-and-methods'].flatMap(({ parts }) =>
        parts.map(({ id }) => id),
      ),
    );
    for (const { target } of results.results[0].findings ?? []) {
      expect(target.type).toBe('objective-id');
      expect(ids).toContain(target['target-id']);
      expect(target['target-id']).toMatch(/_obj\./u);
      expect(target.status.remarks).toMatch(
        /whether the paragraph is satisfied is not said|nothing to judge/u,
      );
    }
  });

  test('call what is open, unknown or waived not satisfied, and the rest satisfied', () => {
    expect(statesOf(sampleEvidence())).toEqual({
      'bedrock-guardrail-pii under 45 CFR 164.312(a)(1)': 'satisfied, pass',
      'bedrock-guardrail-pii under 45 CFR 164.502(b)': 'satisfied, pass',
      'cloudtrail-log-validation under 45 CFR 164.312(b)': 'satisfied, pass',
      'cloudtrail-log-validation under 45 CFR 164.312(c)(2)': 'satisfied, pass',
      'kms-key-rotation under 45 CFR 164.312(a)(2)(iv)': 'not-satisfied, fail',
      'lambda-vpc under 45 CFR 164.312(e)(1)': 'not-satisfied, fail',
      's3-bucket-tls-only under 45 CFR 164.312(e)(1)': 'not-satisfied, fail',
      's3-bucket-tls-only under 45 CFR 164.312(e)(2)(ii)': 'not-satisfied, fail',
      's3-bucket-versioned under 45 CFR 164.308(a)(7)(ii)(A)': 'not-satisfied, fail',
      's3-bucket-versioned under 45 CFR 164.312(c)(1)': 'not-satisfied, fail',
    });
  });

  test('call a rule that had nothing to judge not satisfied', () => {
    const evidence = sampleEvidence();
    const verdicts = evidence.verdicts.map((row) =>
      row.rule === 'bedrock-guardrail-pii' ? { ...row, verdict: 'not-applicable' as const } : row,
    );
    expect(statesOf({ ...evidence, verdicts })).toMatchObject({
      'bedrock-guardrail-pii under 45 CFR 164.502(b)': 'not-satisfied, other',
    });
  });

  test('have a test per rule with a subject for every verdict, and an examination per problem', () => {
    const evidence = sampleEvidence();
    const [result] = resultsOf(evidence).results;
    const subjects = result.observations.flatMap(({ subjects: some = [] }) => some);
    const byRule = new Map(
      evidence.rules.map(({ id }) => [id, evidence.verdicts.filter(({ rule }) => rule === id)]),
    );
    expect(subjects.map(({ props }) => props[0]?.value)).toEqual(
      [...byRule.values()].flat().map(({ verdict }) => verdict),
    );
    const items = new Set(result['local-definitions']['inventory-items'].map(({ uuid }) => uuid));
    for (const subject of subjects) expect(items).toContain(subject['subject-uuid']);
    expect(
      result.observations.filter(({ methods }) => methods[0] === 'EXAMINE').map(({ title }) => title),
    ).toEqual(['WAIVER_EXPIRED', 'WAIVER_EXPIRES_SOON']);
  });

  test('have a risk for what is open and for each waiver, with its measure and last day', () => {
    const [{ risks = [], findings = [] }] = resultsOf(sampleEvidence()).results;
    expect(risks.map(({ title, status }) => [title, status])).toEqual([
      ['symmetric KMS keys rotate at least once a year', 'open'],
      ['bucket policies refuse requests without TLS', 'open'],
      ['s3-bucket-versioned on HipaaAi-dev/Audit/AccessLogs/Resource', 'deviation-approved'],
      ['lambda-vpc on HipaaAi-dev/Redaction/*/Resource', 'deviation-approved'],
      ['kms-key-rotation on HipaaAi-dev/Keys/Import/Resource', 'deviation-requested'],
    ]);
    expect(risks[2]?.deadline).toBe('2027-06-30T00:00:00Z');
    expect(risks[2]?.['mitigating-factors']?.[0]?.description).toMatch(/^Object Lock/u);
    const known = new Set(risks.map(({ uuid }) => uuid));
    const linked = findings.flatMap((finding) => finding['related-risks'] ?? []);
    expect(linked.length).toBeGreaterThan(0);
    for (const risk of linked) expect(known).toContain(risk['risk-uuid']);
  });

  test('have no UUID twice', () => {
    const text = renderAssessmentResults(sampleEvidence());
    const own = [...text.matchAll(/"uuid": "([^"]+)"/gu)].map(([, uuid]) => uuid);
    expect(new Set(own).size).toBe(own.length);
  });

  test('are the same bytes for the same evidence, and another document for another', () => {
    expect(renderAssessmentResults(sampleEvidence())).toBe(renderAssessmentResults(sampleEvidence()));
    expect(resultsOf(cleanEvidence()).uuid).not.toBe(resultsOf(sampleEvidence()).uuid);
  });
});

describe('the component definition', () => {
  test('has every paragraph, with the duty that remains', () => {
    const evidence = sampleEvidence();
    const requirements = requirementsOf(evidence);
    expect(requirements).toHaveLength(evidence.coverage.length);
    for (const { description } of requirements) expect(description).toMatch(/remaining duty: \S/u);
  });

  test('names the rules that support a paragraph as its statements', () => {
    const requirement = requirementsOf(sampleEvidence()).find(
      (row) => row['control-id'] === 'cfr-164.312-e-1',
    );
    expect(requirement?.statements?.map((statement) => statement['statement-id'])).toEqual([
      'cfr-164.312-e-1.lambda-vpc',
      'cfr-164.312-e-1.s3-bucket-tls-only',
    ]);
  });
});

test('paragraphs become tokens of their own', () => {
  const ids = LAW.controls.map(({ id }) => controlId(id));
  expect(controlId('164.312(a)(2)(iv)')).toBe('cfr-164.312-a-2-iv');
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['  two\nlines\t', 'two lines'],
  ['', '-'],
  ['\n', '-'],
])('%j becomes the line %j', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test('a UUID is of version 5, and of its name alone', () => {
  expect(uuidOf('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
  expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
});
