import type { LedgerEntry } from '../ledger/ledger-entry';
import { NOBODY, recorded } from './caller';
import type { Lease } from './claims/claims';
import { record } from './conclusion';
import type { Draft } from './draft';
import type { Engine } from './engine';
import { asGatewayError, GatewayError } from './gateway-error';
import type { Problem, ProblemCode } from './problem';

/** Repetitions of a request that has its record, or gets it from whoever answers it. */
const RECORDED_ELSEWHERE: ReadonlySet<ProblemCode> = new Set(['REQUEST_RUNNING', 'ANSWER_REJECTED']);

/**
 * Ends a request without an answer: its record, then its claim, then the problem. Without a ledger there is no record, and
 * the problem says so.
 *
 * @param lease what the request holds, if it holds it
 */
export async function refuse(
  draft: Draft,
  error: unknown,
  lease: Lease | undefined,
  { ledger, claims, observe }: Pick<Engine, 'ledger' | 'claims' | 'observe'>,
): Promise<Problem> {
  const known = asGatewayError(error, 'request');
  const entry = refusalOf(draft, known);
  if (RECORDED_ELSEWHERE.has(known.code) || known.code === 'LEDGER_UNAVAILABLE') {
    observe?.(entry);
    if (lease !== undefined) await claims.release(lease).catch(() => undefined);
    return known.toProblem(draft.requestId);
  }
  let receipt: string;
  try {
    receipt = await recordRefusal([entry, ...lessThan(entry)], { ledger, observe });
  } catch {
    const unrecorded = new GatewayError('LEDGER_UNAVAILABLE');
    observe?.(refusalOf(draft, unrecorded));
    if (lease !== undefined) await claims.release(lease).catch(() => undefined);
    return unrecorded.toProblem(draft.requestId);
  }
  const problem = known.toProblem(draft.requestId, receipt);
  if (lease !== undefined) {
    const end = known.retryable ? claims.release(lease) : claims.settle(lease, { state: 'refused', problem });
    await Promise.resolve(end).catch(() => undefined);
  }
  return problem;
}

/**
 * The first of the entries that the ledger takes.
 * @throws GatewayError LEDGER_UNAVAILABLE, INTERNAL
 */
async function recordRefusal(
  [entry, ...less]: readonly LedgerEntry[],
  { ledger, observe }: Pick<Engine, 'ledger' | 'observe'>,
): Promise<string> {
  try {
    return await record(ledger, entry === undefined ? [] : [entry], observe);
  } catch (error) {
    const isRefused = error instanceof GatewayError && error.code === 'INTERNAL';
    if (!isRefused || less.length === 0) throw error;
    return recordRefusal(less, { ledger, observe });
  }
}

/** The same refusal with fewer facts: a fact that the ledger does not take must not cost the record. */
function lessThan({ kind, requestId, caller, decision }: LedgerEntry): readonly LedgerEntry[] {
  const bare = { kind, requestId, latency: {}, decision };
  return [
    { ...bare, caller },
    { ...bare, caller: recorded(NOBODY) },
  ];
}

function refusalOf(draft: Draft, { stage, code }: GatewayError): LedgerEntry {
  return draft.entry('refusal', { outcome: 'refused', stage, code });
}
