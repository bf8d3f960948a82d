import { z } from 'zod';
import { accessMatrixSchema } from './access-record';
import { approvalsSchema } from './approval-record';
import { networkMapSchema } from '../network-map/network-map';
import { PROFILES } from '../profile';
import { WAIVER_SOURCES } from '../waivers/waiver';

/** Raised when a reader of the old shape would misread the new one. */
export const EVIDENCE_VERSION = 1;

export const VERDICTS = ['compliant', 'finding', 'waived', 'unknown', 'not-applicable'] as const;

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);

const parameterValue = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);

const observation = z.strictObject({
  property: z.string().describe("Dotted path in the resource; '' for the resource as a whole"),
  message: z.string(),
  verdict: z.enum(['finding', 'unknown']),
  waiver: z.int().min(0).optional().describe('Index into `waivers` of the waiver that covers it'),
});

const verdictRecord = z.strictObject({
  rule: z.string().describe('Id of a row of `rules`'),
  template: z.string().describe('Path of a row of `inputs.templates`'),
  logicalId: z.string(),
  resourceType: z.string(),
  constructPath: z.string().optional(),
  verdict: z
    .enum(VERDICTS)
    .describe(
      '`waived`: every observation is covered by a waiver. `unknown`: the template alone cannot tell; it blocks',
    ),
  observations: z.array(observation),
});

const ruleRecord = z.strictObject({
  id: z.string(),
  pack: z.string(),
  title: z.string(),
  severity: z.enum(['fatal', 'error', 'warning']),
  controls: z.array(z.string()).describe('Paragraphs of 45 CFR 164'),
  why: z.string(),
  fix: z.string(),
});

const waiverRecord = z.strictObject({
  rule: z.string(),
  resource: z.string(),
  property: z.string().optional(),
  environments: z.array(z.string()).optional(),
  reason: z.string(),
  alternative: z.string(),
  owner: z.string(),
  approver: z.string(),
  ticket: z.string(),
  expires: day,
  source: z
    .enum(WAIVER_SOURCES)
    .describe('The waiver file, or an acknowledgement in code beside the construct that `resource` names'),
  status: z.enum([
    'in-force',
    'expires-soon',
    'expired',
    'unused',
    'refused',
    'other-environment',
    'other-profile',
  ]),
});

const problem = z.strictObject({
  code: z.string().describe('Stable, in capitals'),
  message: z.string(),
  blocks: z.boolean().describe('false for a warning'),
});

const sourceRecord = z.strictObject({
  template: z.string(),
  logicalId: z.string(),
  file: z.string().describe('`/`-separated and relative; never absolute, never of a dependency'),
  line: z.int().min(1),
});

const coverageRecord = z.strictObject({
  control: z.string(),
  title: z.string(),
  type: z.enum(['standard', 'required', 'addressable']),
  law: z.enum(['security', 'privacy', 'breach']),
  satisfiedBy: z.enum(['code', 'evidence', 'document', 'inherited']),
  rules: count.describe('Rules citing the paragraph that judged at least one resource'),
  resources: count.describe('Resources they judged'),
  findings: count,
  unknowns: count,
  waived: count,
  decisions: z
    .array(z.int().min(0))
    .describe(
      'Indexes into `waivers` of those that cover an observation of a rule citing the paragraph. Of an addressable one they are the record that 164.306(d)(3) asks for',
    ),
  statement: z.string().describe('What may be said of the paragraph. Never that it is met'),
});

const countsByVerdict = z.strictObject({
  compliant: count,
  finding: count,
  waived: count,
  unknown: count,
  'not-applicable': count,
});

export const evidenceSchema = z
  .strictObject({
    schemaVersion: z.literal(EVIDENCE_VERSION),
    generator: z.strictObject({ name: z.string(), version: z.string() }),
    asOf: day.describe(
      'The date waivers were judged against: an input, so that the same input gives the same bytes',
    ),
    lawAsOf: z.string().describe('The date of the text of 45 CFR 164 that was used'),
    environment: z.string().optional(),
    inputs: z.strictObject({
      scope: z
        .string()
        .optional()
        .describe('Construct path of the one stack that was judged; left out: the whole assembly'),
      templates: z.array(
        z.strictObject({
          path: z.string().describe('Within the cloud assembly'),
          sha256,
          stackName: z.string().optional(),
          region: z.string().optional(),
          resources: count,
        }),
      ),
      waivers: z.strictObject({ path: z.string(), sha256 }).optional(),
      eligibleServices: z
        .strictObject({ path: z.string(), sha256, listDate: day })
        .optional()
        .describe('The list of HIPAA eligible services that took the place of ours'),
      rules: z.strictObject({
        count,
        sha256: sha256.describe('Over the ids, titles, severities and controls of all rules'),
        profile: z.enum(PROFILES).describe('Which set of rules was asked for'),
        parameters: z
          .record(z.string(), z.record(z.string(), parameterValue))
          .describe('Values of parameters that are not the defaults, by rule id'),
      }),
    }),
    packs: z.array(z.strictObject({ name: z.string(), version: z.string(), rules: count })),
    rules: z.array(ruleRecord),
    verdicts: z.array(verdictRecord),
    waivers: z.array(waiverRecord),
    problems: z.array(problem),
    coverage: z.array(coverageRecord),
    sources: z
      .array(sourceRecord)
      .describe('Where in the code of the app a resource was created, for those with observations, if known'),
    accessMatrix: accessMatrixSchema.optional(),
    approvals: approvalsSchema.optional(),
    unexamined: z
      .array(z.strictObject({ resourceType: z.string(), resources: count }))
      .describe('Resource types no rule looked at: nothing is said about them'),
    networkMap: networkMapSchema.optional(),
    summary: z.strictObject({
      stacks: count,
      resources: count,
      rules: count,
      verdicts: countsByVerdict,
      blockingBySeverity: z.strictObject({ fatal: count, error: count, warning: count }),
      waiversInForce: count,
      paragraphsSupported: count,
      paragraphs: count,
      blocks: z.boolean().describe('True when anything must stop a deployment'),
    }),
    disclaimer: z.string(),
  })
  .describe('What hipaa-ai-cdk found out about a cloud assembly, for an auditor');

export type Evidence = z.infer<typeof evidenceSchema>;
export type VerdictRecord = Evidence['verdicts'][number];
export type RuleRecord = Evidence['rules'][number];
export type WaiverRecord = Evidence['waivers'][number];
export type Problem = Evidence['problems'][number];
export type SourceRecord = Evidence['sources'][number];
export type AccessRecord = NonNullable<Evidence['accessMatrix']>;
export type ApprovalsRecord = NonNullable<Evidence['approvals']>;
export type CoverageRecord = Evidence['coverage'][number];

/** Names below `cdk.out`. */
export const EVIDENCE_FILES = {
  directory: 'evidence',
  json: 'evidence.json',
  csv: 'evidence.csv',
  html: 'index.html',
  networkMap: 'network-map.json',
  mermaid: 'network-map.mmd',
  manifest: 'manifest.json',
  signature: 'manifest.sig.json',
} as const;
