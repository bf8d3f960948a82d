import {
  VERDICTS,
  type CoverageRecord,
  type Evidence,
  type Problem,
  type RuleRecord,
  type SourceRecord,
  type VerdictRecord,
  type WaiverRecord,
} from '../../../lib/compliance/evidence/evidence';
import { PACK_NAME } from '../../../lib/compliance/pack-name';

const PACK = PACK_NAME;

type RuleSketch = Pick<RuleRecord, 'id' | 'title' | 'severity' | 'controls' | 'why' | 'fix'>;

const RULES: readonly RuleSketch[] = [
  {
    id: 'bedrock-guardrail-pii',
    title: 'Bedrock guardrails block or mask personal identifiers',
    severity: 'fatal',
    controls: ['164.312(a)(1)', '164.502(b)'],
    why: 'A model that repeats identifiers discloses more than the minimum necessary.',
    fix: 'list the PII entity types in SensitiveInformationPolicyConfig, each with BLOCK or ANONYMIZE',
  },
  {
    id: 'cloudtrail-log-validation',
    title: 'trails write digest files that reveal changed or deleted logs',
    severity: 'error',
    controls: ['164.312(b)', '164.312(c)(2)'],
    why: 'An audit log that can be edited unseen proves nothing.',
    fix: 'set EnableLogFileValidation to true',
  },
  {
    id: 'kms-key-rotation',
    title: 'symmetric KMS keys rotate at least once a year',
    severity: 'error',
    controls: ['164.312(a)(2)(iv)'],
    why: 'Key material that never changes protects ever more PHI, and one leak opens all of it.',
    fix: 'set EnableKeyRotation to true and RotationPeriodInDays to at most 365',
  },
  {
    id: 'lambda-vpc',
    title: 'functions that handle PHI run inside the private network',
    severity: 'warning',
    controls: ['164.312(e)(1)'],
    why: 'Outside the network, no endpoint policy limits where text can go.',
    fix: 'set VpcConfig to isolated subnets and a security group without open egress',
  },
  {
    id: 's3-bucket-tls-only',
    title: 'bucket policies refuse requests without TLS',
    severity: 'error',
    controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
    why: 'A request over plain HTTP can be read on its way.',
    fix: 'deny s3:* on the bucket and its objects where aws:SecureTransport is false',
  },
  {
    id: 's3-bucket-versioned',
    title: 'buckets keep former versions of objects',
    severity: 'error',
    controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
    why: 'Overwritten or deleted records cannot be restored.',
    fix: 'set VersioningConfiguration.Status to Enabled',
  },
];

type ParagraphSketch = readonly [
  string,
  string,
  CoverageRecord['type'],
  CoverageRecord['satisfiedBy'],
  string,
];

const PARAGRAPHS: readonly ParagraphSketch[] = [
  [
    '164.308(a)(1)(ii)(A)',
    'Risk analysis',
    'required',
    'document',
    'analyse risks to all ePHI and write it down',
  ],
  [
    '164.308(a)(7)(ii)(A)',
    'Data backup plan',
    'required',
    'evidence',
    'write the plan and keep proof of restores',
  ],
  [
    '164.310(a)(1)',
    'Facility access controls',
    'standard',
    'inherited',
    "keep AWS's reports from Artifact on file",
  ],
  ['164.312(a)(1)', 'Access control', 'standard', 'code', 'grant access to persons by role and review it'],
  ['164.312(a)(2)(iv)', 'Encryption and decryption', 'addressable', 'code', 'cover devices outside AWS'],
  ['164.312(b)', 'Audit controls', 'standard', 'code', 'examine the logs regularly'],
  ['164.312(c)(1)', 'Integrity', 'standard', 'code', 'set out who may change or destroy ePHI'],
  ['164.312(c)(2)', 'Mechanism to authenticate ePHI', 'addressable', 'code', 'verify digests on a schedule'],
  ['164.312(e)(1)', 'Transmission security', 'standard', 'code', 'cover links that do not touch AWS'],
  ['164.312(e)(2)(ii)', 'Encryption in transit', 'addressable', 'code', 'cover mail and removable media'],
  ['164.502(b)', 'Minimum necessary', 'standard', 'code', 'define the minimum for each use'],
  ['164.514(b)(2)(i)', 'Safe harbor identifiers', 'required', 'code', 'review samples of redacted text'],
  ['164.404(a)(1)', 'Notice to individuals', 'standard', 'evidence', 'notify within 60 days of discovery'],
  ['164.414(b)', 'Burden of proof', 'standard', 'document', 'keep records of every notice given'],
];

const WAIVERS: readonly WaiverRecord[] = [
  {
    rule: 's3-bucket-versioned',
    resource: 'HipaaAi-dev/Audit/AccessLogs/Resource',
    property: 'Properties.VersioningConfiguration',
    reason: 'Server access logs are written once by S3 and are never overwritten.',
    alternative: 'Object Lock in governance mode keeps every log object for 2192 days.',
    owner: 'Platform engineering',
    approver: 'R. Okafor, security officer',
    ticket: 'GRC-1187',
    expires: '2027-06-30',
    source: 'file',
    status: 'in-force',
  },
  {
    rule: 'lambda-vpc',
    resource: 'HipaaAi-dev/Redaction/*/Resource',
    environments: ['dev', 'staging'],
    reason: 'The custom resource runs once at deployment and sees no PHI.',
    alternative: 'Its role may only describe log groups.',
    owner: 'Platform engineering',
    approver: 'R. Okafor, security officer',
    ticket: 'GRC-1203',
    expires: '2026-12-10',
    source: 'file',
    status: 'expires-soon',
  },
  {
    rule: 'kms-key-rotation',
    resource: 'HipaaAi-dev/Keys/Import/Resource',
    reason: 'Key material is imported from the on-premises HSM and rotated there.',
    alternative: 'Rotation by the HSM every 180 days, recorded in its own log.',
    owner: 'Key custodians',
    approver: 'R. Okafor, security officer',
    ticket: 'GRC-0930',
    expires: '2026-10-31',
    source: 'file',
    status: 'expired',
  },
];

const WAIVER_EXPIRED: Problem = {
  code: 'WAIVER_EXPIRED',
  message:
    'waiver 3 (kms-key-rotation on HipaaAi-dev/Keys/Import/Resource) expired on 2026-10-31; renew the decision or meet the rule',
  blocks: true,
};

const WAIVER_EXPIRES_SOON: Problem = {
  code: 'WAIVER_EXPIRES_SOON',
  message: 'waiver 2 (lambda-vpc on HipaaAi-dev/Redaction/*/Resource) expires in 18 days, on 2026-12-10',
  blocks: false,
};

const SOURCES: readonly SourceRecord[] = [
  {
    template: 'HipaaAidevData.template.json',
    logicalId: 'ImportKey55B1',
    file: 'lib/keys/import.ts',
    line: 41,
  },
  {
    template: 'HipaaAidevAudit.template.json',
    logicalId: 'ResultsF3C1',
    file: 'lib/audit/buckets.ts',
    line: 12,
  },
];

const DATA = 'HipaaAidevData.template.json';
const AUDIT = 'HipaaAidevAudit.template.json';

type Seen = VerdictRecord['observations'][number];

const finding = (property: string, message: string): Seen => ({ verdict: 'finding', property, message });
const unknown = (property: string, message: string): Seen => ({ verdict: 'unknown', property, message });
const waivedBy = (waiver: number, observation: Seen): Seen => ({ ...observation, waiver });

/** @param place type, template, logical id and construct path of a resource */
function verdict(
  rule: string,
  place: readonly [string, string, string, string?],
  verdict: VerdictRecord['verdict'],
  ...observations: readonly Seen[]
): VerdictRecord {
  const [resourceType, template, logicalId, constructPath] = place;
  return {
    rule,
    template,
    logicalId,
    resourceType,
    ...(constructPath === undefined ? {} : { constructPath }),
    verdict,
    observations: [...observations],
  };
}

const GUARDRAIL = [
  'AWS::Bedrock::Guardrail',
  DATA,
  'PhiGuardrail4C0D',
  'HipaaAi-dev/Data/PhiGuardrail/Resource',
] as const;
const TRAIL = [
  'AWS::CloudTrail::Trail',
  AUDIT,
  'AuditTrail91F2',
  'HipaaAi-dev/Audit/AuditTrail/Resource',
] as const;
const DATA_KEY = ['AWS::KMS::Key', DATA, 'DataKeyA7E0', 'HipaaAi-dev/Keys/Data/Resource'] as const;
const IMPORT_KEY = ['AWS::KMS::Key', DATA, 'ImportKey55B1', 'HipaaAi-dev/Keys/Import/Resource'] as const;
const SIGNING_KEY = ['AWS::KMS::Key', DATA, 'SigningKey'] as const;
const REDACTION = [
  'AWS::Lambda::Function',
  DATA,
  'Redaction3D9C',
  'HipaaAi-dev/Redaction/Function/Resource',
] as const;
const PROVIDER = [
  'AWS::Lambda::Function',
  DATA,
  'Provider77AA',
  'HipaaAi-dev/Redaction/Provider/Resource',
] as const;

const bucket = (name: string) =>
  ['AWS::S3::Bucket', AUDIT, `${name}F3C1`, `HipaaAi-dev/Audit/${name}/Resource`] as const;

function bucketVerdicts(): VerdictRecord[] {
  const tls = 's3-bucket-tls-only';
  const versioned = 's3-bucket-versioned';
  const notSet = 'is not set; it must be Enabled';
  return [
    verdict(tls, bucket('AccessLogs'), 'compliant'),
    verdict(
      versioned,
      bucket('AccessLogs'),
      'waived',
      waivedBy(0, finding('Properties.VersioningConfiguration', notSet)),
    ),
    verdict(tls, bucket('Trail'), 'compliant'),
    verdict(versioned, bucket('Trail'), 'compliant'),
    verdict(tls, bucket('Prompts'), 'compliant'),
    verdict(versioned, bucket('Prompts'), 'compliant'),
    verdict(tls, bucket('Results'), 'finding', finding('', 'has no bucket policy')),
    verdict(versioned, bucket('Results'), 'compliant'),
    verdict(
      tls,
      bucket('Replica'),
      'unknown',
      unknown(
        'Properties.PolicyDocument.Statement.0.Condition',
        'cannot be read: Fn::ImportValue of SharedBucketPolicy',
      ),
    ),
    verdict(versioned, bucket('Replica'), 'compliant'),
  ];
}

/** Every kind of verdict, waiver and problem, as one would meet them in a small environment. */
export function sampleEvidence(): Evidence {
  const verdicts = [
    verdict('bedrock-guardrail-pii', GUARDRAIL, 'compliant'),
    verdict('cloudtrail-log-validation', TRAIL, 'compliant'),
    verdict('kms-key-rotation', DATA_KEY, 'compliant'),
    verdict(
      'kms-key-rotation',
      IMPORT_KEY,
      'finding',
      finding('Properties.EnableKeyRotation', 'must be true'),
      finding('Properties.RotationPeriodInDays', 'must be at most 365 days'),
    ),
    verdict('kms-key-rotation', SIGNING_KEY, 'not-applicable'),
    verdict('lambda-vpc', REDACTION, 'compliant'),
    verdict('lambda-vpc', PROVIDER, 'waived', waivedBy(1, finding('Properties.VpcConfig', 'is not set'))),
    ...bucketVerdicts(),
  ];
  return evidenceOf(RULES, verdicts, WAIVERS, [WAIVER_EXPIRED, WAIVER_EXPIRES_SOON]);
}

/** The sample after everything was mended. */
export function cleanEvidence(): Evidence {
  const { verdicts } = sampleEvidence();
  const mended = verdicts.map((row): VerdictRecord => ({ ...row, verdict: 'compliant', observations: [] }));
  return evidenceOf(RULES, mended, [], []);
}

/** What a template of someone else may hold wherever it may hold text. */
export const HOSTILE = `"><img src=x onerror="alert(1)"></td></script><script>'alert'</script> & <!-- ,`;

/** The sample with hostile text wherever the model takes text. */
export function hostileEvidence(): Evidence {
  const kept = new Set([
    'verdict',
    'severity',
    'status',
    'type',
    'law',
    'satisfiedBy',
    'sha256',
    'asOf',
    'expires',
    'profile',
    'source',
  ]);
  const spoil = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : `${value}${HOSTILE}`;
    if (Array.isArray(value)) return value.map((item) => spoil(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spoil(item, name)]));
  };
  return spoil(sampleEvidence()) as Evidence;
}

/** Every rule on every resource, all of one type: the widest and longest table there can be. */
export function largeEvidence(resources: number, rules: number): Evidence {
  const sketches = Array.from({ length: rules }, (_, index) => ({
    ...(RULES[index % RULES.length] as RuleSketch),
    id: `s3-bucket-demand-${index + 1}`,
  }));
  const verdicts = Array.from({ length: resources }, (_, index) =>
    sketches.map(({ id }, at) => {
      const kind = VERDICTS[(index * 7 + at) % 40] ?? 'compliant';
      const open = kind === 'finding' || kind === 'unknown';
      const seen = {
        verdict: open ? kind : 'finding',
        property: 'Properties.Demand',
        message: 'must be true',
      } as const;
      const observations = open ? [seen] : kind === 'waived' ? [waivedBy(0, seen)] : [];
      return verdict(id, bucket(`Store${index + 1}`), kind, ...observations);
    }),
  ).flat();
  return evidenceOf(sketches, verdicts, WAIVERS, []);
}

/** Counts and coverage follow from the verdicts, as in evidence that was built. */
export function evidenceOf(
  sketches: readonly RuleSketch[],
  verdicts: VerdictRecord[],
  waivers: readonly WaiverRecord[],
  problems: Problem[],
): Evidence {
  const rules = sketches.map((rule) => ({ ...rule, pack: PACK }));
  const coverage = PARAGRAPHS.map((paragraph) => coverageRow(paragraph, rules, verdicts));
  const having = (kind: VerdictRecord['verdict']) => verdicts.filter((row) => row.verdict === kind).length;
  const blocking = verdicts.filter((row) => row.verdict === 'finding' || row.verdict === 'unknown');
  const grave = (severity: RuleRecord['severity']) => {
    const ids = new Set(rules.filter((rule) => rule.severity === severity).map(({ id }) => id));
    return blocking.filter(({ rule }) => ids.has(rule)).length;
  };
  const resources = new Set(verdicts.map((row) => `${row.template}\n${row.logicalId}`)).size;
  return {
    schemaVersion: 1,
    generator: { name: 'hipaa-ai-cdk', version: '0.1.0' },
    asOf: '2026-11-22',
    lawAsOf: '2026-11-01',
    environment: 'dev',
    inputs: {
      templates: [
        {
          path: DATA,
          sha256: '3f'.repeat(32),
          stackName: 'HipaaAi-dev-Data',
          region: 'us-east-1',
          resources: 48,
        },
        { path: AUDIT, sha256: 'b0'.repeat(32), stackName: 'HipaaAi-dev-Audit', resources },
      ],
      waivers: { path: 'config/waivers.yaml', sha256: '7c'.repeat(32) },
      rules: { count: rules.length, sha256: 'd4'.repeat(32), profile: 'hipaa', parameters: {} },
    },
    packs: [
      { name: PACK, version: '0.1.0', rules: rules.length },
      { name: 'HIPAA.Security', version: '3.0.2', rules: 0 },
    ],
    rules,
    verdicts,
    waivers: [...waivers],
    problems,
    coverage,
    sources: SOURCES.filter(({ logicalId }) =>
      verdicts.some((row) => row.logicalId === logicalId && row.observations.length > 0),
    ),
    unexamined: [
      { resourceType: 'AWS::CDK::Metadata', resources: 2 },
      { resourceType: 'AWS::SSM::Parameter', resources: 3 },
    ],
    summary: {
      stacks: 2,
      resources: resources + 48,
      rules: rules.length,
      verdicts: {
        compliant: having('compliant'),
        finding: having('finding'),
        waived: having('waived'),
        unknown: having('unknown'),
        'not-applicable': having('not-applicable'),
      },
      blockingBySeverity: { fatal: grave('fatal'), error: grave('error'), warning: grave('warning') },
      waiversInForce: waivers.filter(({ status }) => status === 'in-force' || status === 'expires-soon')
        .length,
      paragraphsSupported: coverage.filter((row) => row.rules > 0).length,
      paragraphs: coverage.length,
      blocks: blocking.length > 0 || problems.some(({ blocks }) => blocks),
    },
    disclaimer:
      'This report says what rules found in CloudFormation templates before deployment. It is no legal advice and no ' +
      'certificate: nothing here was observed in a running account.',
  };
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function coverageRow(
  [control, title, type, satisfiedBy, duty]: ParagraphSketch,
  rules: readonly RuleRecord[],
  verdicts: readonly VerdictRecord[],
): CoverageRecord {
  const citing = new Set(rules.filter(({ controls }) => controls.includes(control)).map(({ id }) => id));
  const rows = verdicts.filter(({ rule }) => citing.has(rule));
  const resources = new Set(rows.map((row) => row.logicalId)).size;
  const having = (kind: VerdictRecord['verdict']) => rows.filter((row) => row.verdict === kind).length;
  const support =
    citing.size === 0
      ? 'no rule looked at it'
      : `supported by ${plural(citing.size, 'rule')} on ${plural(resources, 'resource')}`;
  return {
    control,
    title,
    type,
    law: control.startsWith('164.3') ? 'security' : control.startsWith('164.5') ? 'privacy' : 'breach',
    satisfiedBy,
    rules: citing.size,
    resources,
    findings: having('finding'),
    unknowns: having('unknown'),
    waived: having('waived'),
    decisions: [...new Set(rows.flatMap((row) => row.observations.flatMap(({ waiver }) => waiver ?? [])))],
    statement: `${support}; remaining duty: ${duty}`,
  };
}
