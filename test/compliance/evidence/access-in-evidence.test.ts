import { accessMatrix } from '../../../lib/compliance/access-matrix/access-matrix';
import { approvalsOf } from '../../../lib/compliance/evidence/approval-record';
import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { renderHtml } from '../../../lib/compliance/evidence/render-html';
import { renderMarkdown } from '../../../lib/compliance/evidence/render-markdown';
import { accessTold } from '../../../lib/compliance/gate/access-told';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { APPROVALS_KEY } from '../../../lib/contract/approvals';
import { governedStack } from '../access-matrix/estate';
import { assemblyOf } from '../../support/judge-template';
import { synthesize } from '../../support/synthesize';
import { cleanEvidence } from './sample-evidence';

const template = synthesize(governedStack({ organization: false })) as unknown as JsonObject;
const EXTRA = [
  {
    kind: 'exception',
    construct: 'App/Doors',
    calls: 'agents',
    actions: ['bedrock:InvokeAgent'],
    principals: ['arn:aws:iam::*:role/<CareAgent>'],
    by: 'model | board',
    on: '2026-06-01',
    record: 'MB-13',
  },
  {
    kind: 'business-associate',
    construct: 'App/Egress',
    name: 'Invented Labs',
    domains: ['api.example.com'],
    baaRecord: 'BAA-7',
    reviewBy: '2026-11-21',
  },
];
const metadata = template['Metadata'] as JsonObject;
const assembly = assemblyOf({
  ...template,
  Metadata: {
    ...metadata,
    [APPROVALS_KEY]: [...(metadata[APPROVALS_KEY] as readonly JsonObject[]), ...EXTRA],
  },
});

function withAccess(): Evidence {
  const evidence = cleanEvidence();
  return {
    ...evidence,
    inputs: {
      ...evidence.inputs,
      templates: assembly.templates.map(({ path, sha256 }) => ({ path, sha256, resources: 1 })),
    },
    accessMatrix: accessMatrix(assembly) as Evidence['accessMatrix'],
    approvals: approvalsOf(assembly.templates, evidence.asOf),
  };
}

const evidence = withAccess();
const html = renderHtml(evidence);
const markdown = renderMarkdown(evidence);
const sectionOf = (id: string) => new RegExp(`<section id="${id}"[^]*?</section>`, 'u').exec(html)?.[0] ?? '';

test('the model of the evidence takes matrix and approvals, and keeps them through JSON', () => {
  expect(evidenceSchema.parse(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
});

test('the same templates give the same matrix, byte for byte', () => {
  expect(JSON.stringify(accessMatrix(assembly))).toBe(JSON.stringify(evidence.accessMatrix));
});

describe('the page', () => {
  const access = sectionOf('access');
  const shown = (text: string) => expect(access.replaceAll('<wbr>', '')).toContain(text);

  test('shows each principal, what is open to it, and what denies the rest', () => {
    for (const { principals } of evidence.accessMatrix?.rows ?? [])
      for (const { name } of principals) shown(name);
    shown('with the numbered guardrail');
    shown('Deny NotWithoutTheGuardrail in the identity policy');
    shown('nothing in the endpoint policy allows it');
    shown('with any guardrail or none');
  });

  test('shows every model, every assumption, and says so where there is no cut', () => {
    for (const { name } of evidence.accessMatrix?.models ?? []) shown(name);
    expect(access.match(/<li>/gu)?.length).toBe(evidence.accessMatrix?.assumptions.length);
    expect(access).not.toContain('Left out');
  });

  test('says what was left out', () => {
    const cut = {
      ...evidence,
      accessMatrix: evidence.accessMatrix && { ...evidence.accessMatrix, leftOut: ['5 of 205 models'] },
    };
    expect(renderHtml(cut)).toContain('<p>Left out:</p><ul><li>5 of 205 models</li></ul>');
    expect(renderMarkdown(cut)).toContain('Left out: 5 of 205 models.');
  });

  test('shows who approved what, and whose review is due', () => {
    const text = sectionOf('approvals').replaceAll('<wbr>', '');
    for (const words of [
      'us.amazon.nova-pro-v1:0',
      'MB-12',
      'by 2027-06-01',
      'aws_review',
      '&lt;CareAgent&gt;',
      'MB-13',
      'Invented Labs',
      'was due by 2026-11-21',
    ])
      expect(text).toContain(words);
  });

  test('says so where there is nothing to show', () => {
    const page = renderHtml(cleanEvidence());
    expect(page).toContain('Nothing in these templates is about Amazon Bedrock.');
    expect(page).toContain('The templates carry no approval.');
  });
});

describe('the summary', () => {
  test('lists the open ways and leaves the denied to the report', () => {
    expect(markdown).toContain('### Access to models');
    expect(markdown).toMatch(
      /`stack-1#Gateway[0-9A-F]{8}`\n\n- bedrock-runtime: InvokeModel, Converse, with the numbered guardrail, from `stack-1#EndpointsBedrockRuntime\w+`: `amazon\.nova-lite-v1:0 in us-east-1`/u,
    );
    expect(markdown).not.toContain('NotWithoutTheGuardrail');
  });

  test('has the approvals in tables that no record breaks', () => {
    expect(markdown).toContain(
      '| `us.amazon.nova-pro-v1:0` | us-east-1 | PHI, NO\\_PHI | aws-organization-baa | model board, 2026-06-01, MB-12 | 2027-06-01 |',
    );
    expect(markdown).toContain(
      '| agents | `arn:aws:iam::*:role/<CareAgent>` | model \\| board, 2026-06-01, MB-13 |',
    );
    expect(markdown).toContain('2026-11-21, due |');
  });
});

describe('approvals', () => {
  const statusOn = (day: string) =>
    approvalsOf(assembly.templates, day)?.associates.map(({ status }) => status);

  test('are in force through the day of their review', () => {
    expect(statusOn('2026-11-21')).toEqual(['in-force']);
    expect(statusOn('2026-11-22')).toEqual(['review-due']);
  });

  test('are none where no template has any', () => {
    expect(approvalsOf(assemblyOf({ Resources: {} }).templates, '2026-11-22')).toBeUndefined();
  });
});

describe('the gate', () => {
  const recorded = evidenceSchema.parse(JSON.parse(JSON.stringify(evidence)));

  test('finds matrix and approvals as the templates say', () => {
    expect(accessTold(assembly, recorded)).toEqual([]);
  });

  test('refuses a cell that was painted over, a matrix and an approval that are gone', () => {
    const painted = JSON.parse(
      JSON.stringify(recorded).replace('"verdict":"allowed"', '"verdict":"denied"'),
    ) as Evidence;
    expect(accessTold(assembly, painted)).toEqual([expect.stringContaining('access matrix')]);
    const { accessMatrix: _matrix, approvals: _approvals, ...stripped } = recorded;
    expect(accessTold(assembly, stripped)).toHaveLength(2);
  });
});
