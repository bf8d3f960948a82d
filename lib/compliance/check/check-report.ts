import { judge } from '../judge';
import type { ParameterValues } from '../parameter';
import { ANY_TYPE, type Rule, type Severity } from '../rule';
import type { SourceLocation } from '../source-location';
import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';
import { Fingerprints } from './fingerprint';
import { subjectOf, type Subject } from './locate-finding';

/** One place in one resource that breaks a rule or cannot be read. */
export interface CheckFinding {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** Paragraphs of 45 CFR 164. */
  readonly controls: readonly string[];
  readonly verdict: 'finding' | 'unknown';
  /** The template file; of a cloud assembly, within it. */
  readonly template: string;
  /** The resource as its author wrote it. */
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string;
  readonly property: string;
  readonly message: string;
  readonly fix: string;
  /** The line of the property in the checked file; of a cloud assembly that says so, of the construct in its source. */
  readonly source?: SourceLocation;
  /** The resource that deploys, where a transform makes it of what the author wrote. */
  readonly generated?: { readonly logicalId: string; readonly resourceType: string };
  /** The same from run to run, whatever its line. */
  readonly fingerprint: string;
  /** Set under a baseline: `unchanged` findings were there before and do not fail the run. */
  readonly baselineState?: 'new' | 'unchanged';
}

/** What `hipaa-ai check --format json` prints. */
export interface CheckReport {
  readonly findings: readonly CheckFinding[];
  readonly summary: {
    readonly templates: number;
    readonly resources: number;
    readonly rules: number;
    readonly findings: number;
    readonly unknowns: number;
    /** Resources no rule looked at. */
    readonly unexamined: number;
    /** Files that a folder or pattern brought and that are no templates. */
    readonly skipped?: number;
    /** Inputs that could not be judged; their messages are on standard error. */
    readonly unreadable?: number;
    /** Under a baseline: findings that are new, that were there, and former ones that are gone. */
    readonly baseline?: { readonly new: number; readonly unchanged: number; readonly gone: number };
  };
}

/**
 * Judges an assembly without waivers.
 * @param asOf YYYY-MM-DD
 */
export function checkReport(
  assembly: Assembly,
  rules: readonly Rule[],
  parameters: ParameterValues = {},
  asOf?: string,
): CheckReport {
  const outcomes = judge(assembly, rules, parameters, assembly.templates, asOf);
  const fingerprints = new Fingerprints();
  const reported = new Map<string, string>();
  const findings = outcomes.flatMap(({ rule, resource, observations }) =>
    observations.flatMap(({ verdict, property, message }): CheckFinding[] => {
      const { subject, isWritten } = subjectOf(resource, property);
      if (isWritten && isToldAlready(reported, rule.id, resource, subject)) return [];
      const what = { rule: rule.id, template: resource.template.path };
      return [
        {
          rule: rule.id,
          title: rule.title,
          severity: rule.severity,
          controls: rule.controls,
          verdict,
          template: resource.template.path,
          ...subject,
          message,
          fix: rule.fix,
          fingerprint: fingerprints.of({ ...what, ...subject }),
        },
      ];
    }),
  );
  const resources = assembly.templates.flatMap((template) => template.resources);
  const examined = new Set(
    outcomes.flatMap(({ rule, resource }) => (rule.resourceTypes[0] === ANY_TYPE ? [] : resource)),
  );
  return {
    findings,
    summary: {
      templates: assembly.templates.length,
      resources: resources.length,
      rules: rules.length,
      findings: findings.filter(({ verdict }) => verdict === 'finding').length,
      unknowns: findings.filter(({ verdict }) => verdict === 'unknown').length,
      unexamined: resources.filter((resource) => !examined.has(resource)).length,
    },
  };
}

/**
 * One thing written may become several resources that break the same rule in the same place, as the URL of a function and
 * the permission that opens it: that is one finding.
 * @param told generated resource by rule and written place
 */
function isToldAlready(
  told: Map<string, string>,
  rule: string,
  resource: Resource,
  subject: Subject,
): boolean {
  if (!subject.generated) return false;
  const place = JSON.stringify([rule, resource.template.path, subject.logicalId, subject.property]);
  const teller = told.get(place) ?? resource.logicalId;
  told.set(place, teller);
  return teller !== resource.logicalId;
}
