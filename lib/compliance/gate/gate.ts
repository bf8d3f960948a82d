import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { blocks, mapOf, ruleRecord, rulesDigest, verdictRecord } from '../evidence/build-evidence';
import { EVIDENCE_FILES, evidenceSchema, type Evidence, type VerdictRecord } from '../evidence/evidence';
import { integrityOf } from '../evidence/manifest';
import { judge } from '../judge';
import { PACK_NAME } from '../pack-name';
import { rulesIn, type Profile } from '../profile';
import type { Rule } from '../rule';
import { ruleSet, type RuleSet } from '../rule-set';
import { RULES } from '../rules/registry';
import type { Assembly } from '../template/assembly';
import { readAssembly } from '../template/read-assembly';
import { crashKey, settled } from '../waivers/apply-waivers';
import { accessTold } from './access-told';
import { failedPlugins } from './validation-report';

export interface GateResult {
  /** Why the assembly must not be deployed, one line each; empty when it may. */
  readonly reasons: readonly string[];
  /** The evidence, when there is any that can be read. */
  readonly evidence?: Evidence;
}

export interface GateOptions {
  /**
   * The rules the pack could choose from: ours, and the user's own.
   * @default RULES
   */
  readonly available?: readonly Rule[];
  /**
   * Construct path of the one stack that was to be judged.
   * @default - the whole assembly was
   */
  readonly scope?: string | undefined;
  /**
   * The least profile that must have been asked for.
   * @default - any
   */
  readonly profile?: Profile | undefined;
}

/**
 * Decides whether a cloud assembly may be deployed, without trusting the exit code of the synthesis that made it: the
 * evidence must be there, be of these very templates, repeat what the rules say of them now, and leave nothing open.
 *
 * @param directory a cloud assembly, `cdk.out`
 * @param asOf YYYY-MM-DD; waivers must be in term on this day too, and records must hold
 * @throws UnreadableInput when there is no assembly to judge
 */
export function gate(directory: string, asOf: string, options: GateOptions = {}): GateResult {
  const { available = RULES } = options;
  const assembly = readAssembly(directory);
  const file = path.join(directory, EVIDENCE_FILES.directory, EVIDENCE_FILES.json);
  const plugins = failedPlugins(directory);
  if (!existsSync(file)) {
    return {
      reasons: [
        `${file} is missing: nothing proves that the rules ran; synthesize with the pack registered`,
        ...plugins,
      ],
    };
  }
  const evidence = readEvidence(file);
  if (!evidence)
    return { reasons: [`${file} is damaged or of another version; synthesize again`, ...plugins] };
  const set = rulesOf(evidence, available);
  if (!set) {
    return {
      evidence,
      reasons: ['the evidence was made with other rules than this version has; synthesize again'],
    };
  }
  return {
    evidence,
    reasons: [
      ...otherThanAsked(evidence, set, options),
      ...tampering(directory),
      ...staleness(assembly, evidence, set.rules),
      ...repetition(assembly, evidence, set, asOf),
      ...accessTold(assembly, evidence),
      ...mapDeviation(assembly, evidence),
      ...open(evidence, asOf),
      ...plugins,
    ],
  };
}

/** Evidence of less than was asked for proves less than was asked for. */
function otherThanAsked(
  { inputs }: Evidence,
  set: RuleSet,
  { scope, profile, available = RULES }: GateOptions,
): string[] {
  const lacking =
    profile === undefined ? [] : rulesIn(profile, available).filter((rule) => !set.rules.includes(rule));
  return [
    ...(inputs.scope === scope
      ? []
      : [
          `the evidence is of ${inputs.scope ?? 'the whole assembly'}, and not of ${scope ?? 'the whole assembly'}` +
            (inputs.scope === undefined ? '' : `; if that is meant, say --scope '${inputs.scope}'`),
        ]),
    ...(lacking.length === 0
      ? []
      : [`the evidence is of profile ${set.profile}, which lacks ${lacking.length} rules of ${profile}`]),
  ];
}

/** The evidence that people read is the one that was written. Templates have a check of their own. */
function tampering(directory: string): string[] {
  const { manifest, missing, changed } = integrityOf(directory);
  const own = `${EVIDENCE_FILES.directory}/`;
  if (!manifest) return [`${own}${EVIDENCE_FILES.manifest} is missing or damaged; synthesize again`];
  return [
    ...missing.filter((name) => name.startsWith(own)).map((name) => `${name} is missing; synthesize again`),
    ...changed
      .filter((name) => name.startsWith(own))
      .map((name) => `${name} was changed after it was written; synthesize again`),
  ];
}

function readEvidence(file: string): Evidence | undefined {
  try {
    const result = evidenceSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** The rules that the evidence says were run, of those this program has. */
function rulesOf({ inputs }: Evidence, available: readonly Rule[]): RuleSet | undefined {
  try {
    return ruleSet(available, inputs.rules);
  } catch {
    return undefined;
  }
}

/** The evidence is of these templates, all of them, and of the rules this program has. */
function staleness(assembly: Assembly, evidence: Evidence, rules: readonly Rule[]): string[] {
  const recorded = new Map(evidence.inputs.templates.map((template) => [template.path, template.sha256]));
  const reasons = assembly.templates.flatMap(({ path: name, sha256 }) => {
    const seen = recorded.get(name);
    recorded.delete(name);
    if (seen === undefined) {
      return evidence.inputs.scope === undefined
        ? [`${name} was not judged: the evidence does not name it`]
        : [];
    }
    return seen === sha256 ? [] : [`${name} is not the template that was judged; synthesize again`];
  });
  for (const name of recorded.keys()) reasons.push(`${name} was judged, but the assembly does not have it`);
  if (evidence.inputs.rules.sha256 !== rulesDigest(rules.map((rule) => ruleRecord(rule, PACK_NAME)))) {
    reasons.push('the evidence was made with other rules than this version has; synthesize again');
  }
  return reasons;
}

/** Judging the templates anew, on the day of the gate, gives the same verdicts, waivers aside. */
function repetition(assembly: Assembly, evidence: Evidence, set: RuleSet, asOf: string): string[] {
  const ownRules = new Set(evidence.rules.filter((rule) => rule.pack === PACK_NAME).map((rule) => rule.id));
  const recorded = new Map(
    evidence.verdicts
      .filter((verdict) => ownRules.has(verdict.rule))
      .map((verdict) => [crashKey(verdict), verdict]),
  );
  let differing = 0;
  const names = new Set(evidence.inputs.templates.map((template) => template.path));
  const templates = assembly.templates.filter((template) => names.has(template.path));
  for (const outcome of judge(assembly, set.rules, set.parameters, templates, asOf)) {
    const now = verdictRecord(outcome, () => undefined);
    const then = recorded.get(crashKey(now));
    recorded.delete(crashKey(now));
    if (
      !then ||
      observed(then) !== observed(now) ||
      then.verdict !== settled(now.verdict, then.observations)
    ) {
      differing += 1;
    }
  }
  differing += recorded.size;
  // another pack's rules need constructs; at least its records must agree with themselves
  differing += evidence.verdicts.filter(
    (row) =>
      !ownRules.has(row.rule) &&
      row.observations.length > 0 &&
      row.verdict !== settled(row.verdict, row.observations),
  ).length;
  return differing === 0
    ? []
    : [
        `${differing} verdicts in the evidence are not what the rules say of these templates` +
          (asOf === evidence.asOf ? '' : ` on ${asOf}; if a record ended since ${evidence.asOf}, renew it`),
      ];
}

/** The network map is the one of these templates; construct paths, which some templates lack, are taken as recorded. */
function mapDeviation(assembly: Assembly, { networkMap, inputs }: Evidence): string[] {
  const rows = networkMap
    ? [...networkMap.zones, ...networkMap.assets, ...networkMap.securityGroups, ...networkMap.keys]
    : [];
  const paths = new Map(rows.map((row) => [row.id, row.constructPath]));
  const names = new Set(inputs.templates.map((template) => template.path));
  const templates = assembly.templates.filter((template) => names.has(template.path));
  const now = mapOf(templates, (template, logicalId) => paths.get(`${template}#${logicalId}`)).networkMap;
  // a map is made in the order of its schema
  return JSON.stringify(now) === JSON.stringify(networkMap)
    ? []
    : ['the network map in the evidence is not that of these templates; synthesize again'];
}

/** What was seen, whether or not it is waived. */
function observed({ observations }: VerdictRecord): string {
  return JSON.stringify(observations.map(({ property, message, verdict }) => [verdict, property, message]));
}

function open(evidence: Evidence, asOf: string): string[] {
  const unwaived = evidence.verdicts.filter(blocks).length;
  const blocking = evidence.problems.filter((problem) => problem.blocks);
  return [
    ...(unwaived > 0 ? [`${unwaived} findings have no waiver`] : []),
    ...blocking.map(({ code, message }) => `${code}: ${message}`),
    ...brokenWaivers(evidence, asOf),
    ...changedWaivers(evidence),
    ...(evidence.summary.blocks && unwaived === 0 && blocking.length === 0
      ? ['the evidence says that it blocks']
      : []),
  ];
}

/** Whatever is waived is waived by a waiver that is listed, meant for the rule, and in term. */
function brokenWaivers(evidence: Evidence, asOf: string): string[] {
  const reasons = new Set<string>();
  for (const verdict of evidence.verdicts) {
    for (const observation of verdict.observations) {
      if (observation.waiver === undefined) {
        if (verdict.verdict === 'waived')
          reasons.add(`${verdict.rule} on ${verdict.logicalId} is waived by no waiver`);
        continue;
      }
      const waiver = evidence.waivers[observation.waiver];
      const inForce = waiver?.status === 'in-force' || waiver?.status === 'expires-soon';
      if (!waiver || !inForce || waiver.rule !== verdict.rule) {
        reasons.add(
          `${verdict.rule} on ${verdict.logicalId} is waived by a waiver that is not in force for it`,
        );
      } else if (waiver.expires < asOf) {
        reasons.add(`the waiver of ${waiver.rule} on ${waiver.resource} expired on ${waiver.expires}`);
      }
    }
  }
  return [...reasons];
}

/** The waiver file, where it can be seen from here, is the one that was applied. */
function changedWaivers({ inputs }: Evidence): string[] {
  const file = inputs.waivers;
  if (!file || !existsSync(file.path)) return [];
  const sha256 = createHash('sha256').update(readFileSync(file.path)).digest('hex');
  return sha256 === file.sha256 ? [] : [`${file.path} changed since it was applied; synthesize again`];
}
