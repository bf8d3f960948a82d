import { Fingerprints } from '../check/fingerprint';
import type { Severity } from '../rule';
import type { SourceLocation } from '../source-location';
import {
  resourceOf,
  seenIn,
  worstFirst,
  type FindingReport,
  type Notice,
  type ReportedFinding,
  type ReportedRule,
} from './reported-finding';

/** Code hosts take no file with more results, and show the first so many (GitHub code scanning's limits). */
export const MOST_RESULTS = 25_000;
export const MOST_SHOWN = 5_000;
/** Of a rule's tags, so many are shown. */
const MOST_TAGS = 10;

/** Where a finding without a known line is shown: every CDK app has this file, and a code host drops what has no place. */
const NO_PLACE: SourceLocation = { file: 'cdk.json', line: 1 };

const LEVELS: Readonly<Record<Severity, 'error' | 'warning'>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
};
/** On the scale of CVSS: code hosts call 9 and more critical, 7 and more high, 4 and more medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { fatal: '9.5', error: '7.5', warning: '4.5' };

/** Findings as SARIF 2.1.0 (OASIS), for code scanning. Waived ones are there, suppressed. */
export function renderSarif(report: FindingReport): string {
  const ruleIndexes = new Map(report.rules.map(({ id }, index) => [id, index]));
  const sorted = worstFirst(report);
  const kept = sorted.slice(0, MOST_RESULTS);
  const fingerprints = new Fingerprints();
  const run = {
    tool: {
      driver: {
        name: report.generator.name,
        version: report.generator.version,
        semanticVersion: report.generator.version,
        rules: report.rules.map(descriptor),
      },
    },
    automationDetails: { id: `${report.generator.name}/${report.category}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [...report.notices, ...limits(sorted)].map(notification),
      },
    ],
    results: kept.map((finding) => result(finding, report, ruleIndexes, fingerprints)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}

function descriptor({ id, title, severity, controls, why, fix }: ReportedRule) {
  const law = controls.map((control) => `45 CFR ${control}`);
  const sentence = `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.`;
  return {
    id,
    name: id
      .split(/[^A-Za-z0-9]+/u)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: [
        `Why: ${why}`,
        `Fix: ${sentence}`,
        ...(law.length > 0 ? [`Supports: ${law.join(', ')}`] : []),
      ].join('\n\n'),
      markdown: [
        `**Why.** ${plain(why)}`,
        `**Fix.** ${plain(sentence)}`,
        ...(law.length > 0 ? [`**Supports, in part.** ${law.join(', ')}`] : []),
      ].join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[severity],
      tags: ['security', 'hipaa', ...law].slice(0, MOST_TAGS),
    },
  };
}

function result(
  finding: ReportedFinding,
  report: FindingReport,
  ruleIndexes: ReadonlyMap<string, number>,
  fingerprints: Fingerprints,
) {
  const { rule: id, verdict, property, source, waiver, baselineState } = finding;
  const index = ruleIndexes.get(id);
  const rule = index === undefined ? undefined : report.rules[index];
  const resource = resourceOf(finding);
  const fingerprint = fingerprints.of(finding);
  const place = isInRepository(source) ? source : NO_PLACE;
  return {
    ruleId: id,
    ...(index === undefined ? {} : { ruleIndex: index }),
    // what cannot be told blocks as well (decision 10), so it is no `kind: open`, which code hosts do not show
    level: verdict === 'unknown' ? 'warning' : rule ? LEVELS[rule.severity] : 'error',
    message: {
      text: `${verdict === 'unknown' ? 'Cannot be told from the template: ' : ''}${rule?.title ?? id}: ${seenIn(finding)}. Resource ${resource} (${finding.resourceType}).${rule ? ` Fix: ${rule.fix}.` : ''}`,
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(place.file), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: place.line,
            ...(place.column === undefined ? {} : { startColumn: place.column }),
          },
        },
        logicalLocations: [{ name: finding.logicalId, fullyQualifiedName: resource, kind: 'resource' }],
      },
    ],
    // of rule, template, resource and property: lines may move
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'hipaaAi/v1': fingerprint },
    ...(baselineState === undefined ? {} : { baselineState }),
    suppressions: waiver
      ? [
          {
            kind: waiver.source === 'inline' ? 'inSource' : 'external',
            status: 'accepted',
            justification: `${waiver.reason} Alternative: ${waiver.alternative} Owner ${waiver.owner}, approved by ${waiver.approver}, ${waiver.ticket}, until ${waiver.expires}.`,
          },
        ]
      : [],
    properties: { verdict, template: finding.template, logicalId: finding.logicalId, property },
  };
}

/** What lies elsewhere on the machine is nobody's business, and no file of the repository. */
function isInRepository(source: SourceLocation | undefined): source is SourceLocation {
  if (source === undefined) return false;
  const [first = '', ...rest] = source.file.split('/');
  return first !== '' && first !== '..' && !first.includes(':') && ![first, ...rest].includes('node_modules');
}

function limits(sorted: readonly ReportedFinding[]): Notice[] {
  const placeless = sorted.slice(0, MOST_RESULTS).filter(({ source }) => !isInRepository(source)).length;
  const notice = (code: string, message: string): Notice => ({ code, message, blocks: false });
  return [
    ...(sorted.length > MOST_RESULTS
      ? [
          notice(
            'RESULTS_LEFT_OUT',
            `${sorted.length} results are more than a code host takes; the worst ${MOST_RESULTS} are here, ${sorted.length - MOST_RESULTS} are left out: the evidence has them all`,
          ),
        ]
      : []),
    ...(sorted.length > MOST_SHOWN
      ? [
          notice(
            'RESULTS_NOT_SHOWN',
            `of ${sorted.length} results a code host shows ${MOST_SHOWN}; the worst come first`,
          ),
        ]
      : []),
    ...(placeless > 0
      ? [
          notice(
            'RESULTS_WITHOUT_PLACE',
            `${placeless} results have no line in the repository and are shown at ${NO_PLACE.file}; give the pack a sourceRoot`,
          ),
        ]
      : []),
  ];
}

function notification({ code, message, blocks }: Notice) {
  return { descriptor: { id: code }, level: blocks ? 'error' : 'warning', message: { text: message } };
}

/** Segment by segment, so that `#` or a space in a name stays a name. */
function uriOf(file: string): string {
  return file
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Words of ours or of a user's rule, with nothing for Markdown to act on. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/gu, String.raw`\$&`);
}
