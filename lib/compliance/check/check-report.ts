import { judge } from '../judge';
import { ANY_TYPE, type Rule, type Severity } from '../rule';
import type { Assembly } from '../template/assembly';

/** One place in one resource that breaks a rule or cannot be read. */
export interface CheckFinding {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  /** Paragraphs of 45 CFR 164. */
  readonly controls: readonly string[];
  readonly verdict: 'finding' | 'unknown';
  readonly template: string;
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string;
  readonly property: string;
  readonly message: string;
  readonly fix: string;
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
  };
}

/** Judges an assembly without waivers. */
export function checkReport(assembly: Assembly, rules: readonly Rule[]): CheckReport {
  const outcomes = judge(assembly, rules);
  const findings = outcomes.flatMap(({ rule, resource, observations }) =>
    observations.map(({ verdict, property, message }): CheckFinding => {
      const { constructPath } = resource;
      return {
        rule: rule.id,
        title: rule.title,
        severity: rule.severity,
        controls: rule.controls,
        verdict,
        template: resource.template.path,
        logicalId: resource.logicalId,
        resourceType: resource.type,
        ...(constructPath === undefined ? {} : { constructPath }),
        property,
        message,
        fix: rule.fix,
      };
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
