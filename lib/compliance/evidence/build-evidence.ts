import { createHash } from 'node:crypto';
import type { AccessMatrix } from '../access-matrix/access-matrix';
import { listProblems } from '../eligibility';
import { groupBy } from '../group-by';
import type { Outcome } from '../judge';
import type { EligibleServices } from '../law/eligible-services-file';
import { LAW } from '../law/law';
import { mapNetwork } from '../network-map/map-network';
import type { NetworkMap } from '../network-map/network-map';
import type { SourceLocation } from '../source-location';
import { ANY_TYPE, type Rule, type Severity } from '../rule';
import type { RuleSet } from '../rule-set';
import type { Template } from '../template/template';
import { applyWaivers, crashKey } from '../waivers/apply-waivers';
import type { WaiverFile } from '../waivers/parse-waivers';
import type { PlacedWaiver } from '../waivers/waiver';
import { approvalsOf } from './approval-record';
import { coverageOf } from './coverage';
import {
  EVIDENCE_VERSION,
  VERDICTS,
  type Evidence,
  type Problem,
  type RuleRecord,
  type SourceRecord,
  type VerdictRecord,
} from './evidence';

const DISCLAIMER =
  'This report says what rules found in CloudFormation templates before deployment. It is no legal advice and no ' +
  'certificate: no paragraph of 45 CFR 164 is met by templates alone, and nothing here was observed in a running account.';

/** What another rule pack, run beside ours, found out. */
export interface ForeignPack {
  readonly name: string;
  readonly version: string;
  /** Number of rules it has, whether or not they applied. */
  readonly ruleCount: number;
  readonly rules: readonly RuleRecord[];
  readonly verdicts: readonly VerdictRecord[];
}

export interface EvidenceInput {
  readonly generator: { readonly name: string; readonly version: string };
  /** YYYY-MM-DD: the date waivers are judged against. */
  readonly asOf: string;
  readonly environment: string | undefined;
  /** The templates that were judged. */
  readonly templates: readonly Template[];
  /** Construct path of what was judged, when that is not the whole assembly. */
  readonly scope?: string;
  readonly packName: string;
  readonly ruleSet: RuleSet;
  readonly outcomes: readonly Outcome[];
  /** Construct path of a resource whose template does not say. */
  readonly constructPathOf: (template: string, logicalId: string) => string | undefined;
  /** Where in the app's code a resource was created; asked only for resources with observations. */
  readonly sourceOf: (template: string, logicalId: string) => SourceLocation | undefined;
  readonly foreignPacks: readonly ForeignPack[];
  readonly waiverFile: WaiverFile | undefined;
  /** Who can invoke which model; undefined when nothing is about Bedrock. */
  readonly accessMatrix?: AccessMatrix | undefined;
  /** The list that the rule set was given in the place of ours. */
  readonly eligibleServices?: EligibleServices | undefined;
  /** Acknowledgements in code that say all a waiver must say. */
  readonly inlineWaivers: readonly PlacedWaiver[];
  /** What went wrong around the rules. */
  readonly problems: readonly Problem[];
}

/** Puts verdicts, waivers and the law together. The same input gives the same evidence, byte for byte once written. */
export function buildEvidence(input: EvidenceInput): Evidence {
  const { templates, waiverFile, eligibleServices } = input;
  const ownRules = input.ruleSet.rules.map((rule) => ruleRecord(rule, input.packName));
  const rules = [...ownRules, ...input.foreignPacks.flatMap((pack) => pack.rules)];
  const unwaived = [
    ...input.outcomes.map((outcome) => verdictRecord(outcome, input.constructPathOf)),
    ...input.foreignPacks.flatMap((pack) => pack.verdicts),
  ];
  const crashed = new Set<string>();
  for (const [index, outcome] of input.outcomes.entries()) {
    const record = unwaived[index];
    if (outcome.crashed && record) crashed.add(crashKey(record));
  }
  const waivers = [
    ...(waiverFile?.waivers ?? []).map((waiver) => ({ ...waiver, source: 'file' as const })),
    ...input.inlineWaivers,
  ];
  const waived = applyWaivers(unwaived, waivers, {
    asOf: input.asOf,
    environment: input.environment,
    severities: new Map(rules.map((rule) => [rule.id, rule.severity])),
    idle: input.ruleSet.idle,
    crashed,
  });
  const problems: Problem[] = [
    ...input.problems,
    ...listProblems(input.ruleSet, input.asOf),
    ...(waiverFile?.problems ?? []).map((message) => ({
      code: 'WAIVER_INVALID',
      message: `${waiverFile?.path ?? ''}: ${message}`,
      blocks: true,
    })),
    ...waived.problems,
  ];
  const { verdicts } = waived;
  const coverage = coverageOf(LAW.controls, rules, verdicts);
  const severities = new Map(rules.map((rule) => [rule.id, rule.severity]));
  const blocking = verdicts.filter(blocks);
  const having = (severity: Severity) =>
    blocking.filter((row) => severities.get(row.rule) === severity).length;
  const approvals = approvalsOf(templates, input.asOf);
  const resources = templates.reduce((sum, template) => sum + template.resources.length, 0);
  return {
    schemaVersion: EVIDENCE_VERSION,
    generator: input.generator,
    asOf: input.asOf,
    lawAsOf: LAW.asOf,
    ...(input.environment === undefined ? {} : { environment: input.environment }),
    inputs: {
      ...(input.scope === undefined ? {} : { scope: input.scope }),
      templates: templates.map((template) => ({
        path: template.path,
        sha256: template.sha256,
        ...(template.stackName === undefined ? {} : { stackName: template.stackName }),
        ...(template.region === undefined ? {} : { region: template.region }),
        resources: template.resources.length,
      })),
      ...(waiverFile ? { waivers: { path: waiverFile.path, sha256: waiverFile.sha256 } } : {}),
      ...(eligibleServices ? { eligibleServices: listRecord(eligibleServices) } : {}),
      rules: {
        count: ownRules.length,
        sha256: rulesDigest(ownRules),
        profile: input.ruleSet.profile,
        parameters: input.ruleSet.parameters as Evidence['inputs']['rules']['parameters'],
      },
    },
    packs: [
      { name: input.packName, version: input.generator.version, rules: ownRules.length },
      ...input.foreignPacks.map((pack) => ({
        name: pack.name,
        version: pack.version,
        rules: pack.ruleCount,
      })),
    ],
    rules,
    verdicts: verdicts as VerdictRecord[],
    waivers: [...waived.waivers],
    problems,
    coverage,
    sources: sources(verdicts, input.sourceOf),
    ...(input.accessMatrix ? { accessMatrix: input.accessMatrix as Evidence['accessMatrix'] } : {}),
    ...(approvals ? { approvals } : {}),
    unexamined: unexamined(templates, verdicts, input.ruleSet.rules),
    ...mapOf(templates, input.constructPathOf),
    summary: {
      stacks: templates.length,
      resources,
      rules: ownRules.length + input.foreignPacks.reduce((sum, pack) => sum + pack.ruleCount, 0),
      verdicts: countVerdicts(verdicts),
      blockingBySeverity: { fatal: having('fatal'), error: having('error'), warning: having('warning') },
      waiversInForce: waived.waivers.filter(
        ({ status }) => status === 'in-force' || status === 'expires-soon',
      ).length,
      paragraphsSupported: coverage.filter((row) => row.rules > 0).length,
      paragraphs: coverage.length,
      blocks: blocking.length > 0 || problems.some((problem) => problem.blocks),
    },
    disclaimer: DISCLAIMER,
  };
}

/** The map of the templates that were judged; nothing is mapped where nothing was judged. */
export function mapOf(
  templates: readonly Template[],
  constructPathOf: EvidenceInput['constructPathOf'],
): { readonly networkMap?: NetworkMap } {
  const [first] = templates;
  return first ? { networkMap: mapNetwork(first.assembly, { templates, constructPathOf }) } : {};
}

function listRecord({ path, sha256, listDate }: EligibleServices) {
  return { path, sha256, listDate };
}

/** Findings and what could not be read stop a deployment until they are mended or waived. */
export function blocks({ verdict }: VerdictRecord): boolean {
  return verdict === 'finding' || verdict === 'unknown';
}

/** Changes whenever a rule is added, dropped or says something else. */
export function rulesDigest(rules: readonly RuleRecord[]): string {
  const essence = rules.map(({ id, title, severity, controls }) => [id, title, severity, controls]);
  return createHash('sha256').update(JSON.stringify(essence)).digest('hex');
}

export function ruleRecord(rule: Rule, pack: string): RuleRecord {
  const { id, title, severity, controls, why, fix } = rule;
  return { id, pack, title, severity, controls: [...controls], why, fix };
}

export function verdictRecord(
  { rule, resource, verdict, observations }: Outcome,
  constructPathOf: EvidenceInput['constructPathOf'],
): VerdictRecord {
  const { template, logicalId, type } = resource;
  const constructPath = resource.constructPath ?? constructPathOf(template.path, logicalId);
  // thousands of these: written out and without copies, spreading costs more than the rest of the evidence
  const said = observations as VerdictRecord['observations'];
  return constructPath === undefined
    ? { rule: rule.id, template: template.path, logicalId, resourceType: type, verdict, observations: said }
    : {
        rule: rule.id,
        template: template.path,
        logicalId,
        resourceType: type,
        constructPath,
        verdict,
        observations: said,
      };
}

/** One row for each resource with observations, in the order in which they come up. */
function sources(verdicts: readonly VerdictRecord[], sourceOf: EvidenceInput['sourceOf']): SourceRecord[] {
  const seen = new Map<string, SourceRecord | undefined>();
  for (const { template, logicalId, observations } of verdicts) {
    if (observations.length === 0) continue;
    const key = `${template}\n${logicalId}`;
    if (seen.has(key)) continue;
    const source = sourceOf(template, logicalId);
    seen.set(key, source && { template, logicalId, file: source.file, line: source.line });
  }
  return [...seen.values()].filter((source) => source !== undefined);
}

function countVerdicts(verdicts: readonly VerdictRecord[]): Evidence['summary']['verdicts'] {
  const counts = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, 0]),
  ) as Evidence['summary']['verdicts'];
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

function unexamined(
  templates: readonly Template[],
  verdicts: readonly VerdictRecord[],
  rules: readonly Rule[],
): Evidence['unexamined'] {
  // who looks at everything knows nothing of a type
  const general = new Set(rules.flatMap((rule) => (rule.resourceTypes[0] === ANY_TYPE ? rule.id : [])));
  const examined = new Set(verdicts.flatMap((row) => (general.has(row.rule) ? [] : row.resourceType)));
  const rest = groupBy(
    templates.flatMap((template) => template.resources).filter(({ type }) => !examined.has(type)),
    ({ type }) => type,
  );
  return [...rest]
    .map(([resourceType, resources]) => ({ resourceType, resources: resources.length }))
    .sort((a, b) => (a.resourceType < b.resourceType ? -1 : 1));
}
