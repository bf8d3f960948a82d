import { groupBy } from '../group-by';
import type { Severity } from '../rule';
import { covers } from '../policy/pattern';
import type { Problem, VerdictRecord, WaiverRecord } from '../evidence/evidence';
import { daysBetween } from './days';
import type { PlacedWaiver } from './waiver';

/** Days before its last one that a waiver starts to warn. */
export const WARNING_DAYS = 30;
/** Days a waiver may run: a deviation is looked at again at least once a year (45 CFR 164.308(a)(8)). */
export const LONGEST_TERM_DAYS = 366;

export interface WaiverContext {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Name of the environment under judgement; undefined: waivers for named environments do not count. */
  readonly environment: string | undefined;
  /** Every rule that ran, with its severity. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Rules that exist and did not run, because the profile leaves them out. */
  readonly idle: ReadonlySet<string>;
  /** Rule and resource pairs where the rule itself failed; see {@link crashKey}. */
  readonly crashed: ReadonlySet<string>;
}

export interface Waived {
  readonly verdicts: readonly VerdictRecord[];
  readonly waivers: readonly WaiverRecord[];
  readonly problems: readonly Problem[];
}

export function crashKey(verdict: Pick<VerdictRecord, 'rule' | 'template' | 'logicalId'>): string {
  return `${verdict.rule}\n${verdict.template}\n${verdict.logicalId}`;
}

/**
 * Sets waivers against verdicts. A waiver counts only when its rule ran and may be waived, it is in term, it meets
 * something to waive, and it meets one resource only; each of these failing is a problem that blocks.
 */
export function applyWaivers(
  verdicts: readonly VerdictRecord[],
  waivers: readonly PlacedWaiver[],
  context: WaiverContext,
): Waived {
  const problems: Problem[] = [];
  const coveredBy = new Map<VerdictRecord, Map<number, number>>();
  const byRule = groupBy(verdicts, (verdict) => verdict.rule);

  const records = waivers.map((waiver, index): WaiverRecord => {
    const row = `waiver ${index + 1} (${waiver.rule} on ${waiver.resource})`;
    const stop = (status: WaiverRecord['status'], code: string, message: string): WaiverRecord => {
      problems.push({ code, message: `${row} ${message}`, blocks: true });
      return { ...waiver, status };
    };
    if (waiver.environments && !waiver.environments.includes(context.environment ?? '')) {
      return { ...waiver, status: 'other-environment' };
    }
    if (context.idle.has(waiver.rule)) return { ...waiver, status: 'other-profile' };
    const severity = context.severities.get(waiver.rule);
    if (severity === undefined)
      return stop('refused', 'WAIVER_UNKNOWN_RULE', 'names a rule that did not run; check its id');
    if (severity === 'fatal')
      return stop('refused', 'WAIVER_NOT_ALLOWED', 'names a rule that cannot be waived; meet it');
    const left = daysBetween(context.asOf, waiver.expires);
    if (left < 0)
      return stop(
        'expired',
        'WAIVER_EXPIRED',
        `expired on ${waiver.expires}; renew the decision or meet the rule`,
      );
    if (left > LONGEST_TERM_DAYS) {
      return stop('refused', 'WAIVER_TERM', `runs ${left} days; at most ${LONGEST_TERM_DAYS} are allowed`);
    }
    const hits = (byRule.get(waiver.rule) ?? []).filter((verdict) => meets(waiver, verdict));
    if (hits.length === 0)
      return stop('unused', 'WAIVER_UNUSED', 'meets no finding; delete it or correct its resource');
    const [hit, ...others] = hits;
    if (hit === undefined || others.length > 0) {
      return stop('refused', 'WAIVER_TOO_WIDE', `meets ${hits.length} resources; name one`);
    }
    if (context.crashed.has(crashKey(hit))) {
      return stop(
        'refused',
        'WAIVER_NOT_ALLOWED',
        'names a resource on which the rule itself failed; nothing was checked',
      );
    }
    const covered = coveredBy.get(hit) ?? new Map<number, number>();
    coveredBy.set(hit, covered);
    let fresh = false;
    for (const [at, observation] of hit.observations.entries()) {
      if (waiver.property !== undefined && waiver.property !== observation.property) continue;
      if (!covered.has(at)) {
        covered.set(at, index);
        fresh = true;
      }
    }
    if (!fresh)
      return stop('unused', 'WAIVER_UNUSED', 'waives only what an earlier waiver already waives; delete it');
    if (left > WARNING_DAYS) return { ...waiver, status: 'in-force' };
    const message = `${row} expires in ${left} days, on ${waiver.expires}`;
    problems.push({ code: 'WAIVER_EXPIRES_SOON', message, blocks: false });
    return { ...waiver, status: 'expires-soon' };
  });

  return {
    verdicts: verdicts.map((verdict) => withWaivers(verdict, coveredBy.get(verdict))),
    waivers: records,
    problems,
  };
}

function meets(waiver: PlacedWaiver, verdict: VerdictRecord): boolean {
  if (verdict.verdict !== 'finding' && verdict.verdict !== 'unknown') return false;
  if (
    waiver.property !== undefined &&
    !verdict.observations.some(({ property }) => property === waiver.property)
  )
    return false;
  if (waiver.source === 'inline') {
    const { constructPath } = verdict;
    return constructPath === waiver.resource || constructPath?.startsWith(`${waiver.resource}/`) === true;
  }
  const names = [
    `${verdict.template}#${verdict.logicalId}`,
    ...(verdict.constructPath === undefined ? [] : [verdict.constructPath]),
  ];
  return names.some((name) => covers(waiver.resource, name));
}

function withWaivers(
  verdict: VerdictRecord,
  covered: ReadonlyMap<number, number> | undefined,
): VerdictRecord {
  if (!covered) return verdict;
  const observations = verdict.observations.map((observation, at) => {
    const waiver = covered.get(at);
    return waiver === undefined ? observation : { ...observation, waiver };
  });
  return { ...verdict, verdict: settled(verdict.verdict, observations), observations };
}

/** The verdict once waivers are set against observations; `judged` when there was nothing to observe. */
export function settled(
  judged: VerdictRecord['verdict'],
  observations: VerdictRecord['observations'],
): VerdictRecord['verdict'] {
  if (observations.length === 0) return judged;
  const open = observations.filter((observation) => observation.waiver === undefined);
  if (open.length === 0) return 'waived';
  return open.some((observation) => observation.verdict === 'finding') ? 'finding' : 'unknown';
}
