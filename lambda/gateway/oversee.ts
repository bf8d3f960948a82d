import type { UseCaseManifest } from '../../lib/contract/use-case';
import type { Decision, ParkedAnswer } from './approvals/approvals';
import { isAmong } from './caller';
import { record } from './conclusion';
import { reopened } from './conclude';
import type { Draft } from './draft';
import type { Engine } from './engine';
import { GatewayError } from './gateway-error';
import type { Reply } from './reply';
import type { OversightRequest } from './request';

const DECISIONS = { approve: 'approved', reject: 'rejected' } as const satisfies Record<string, Decision>;

/**
 * A second person reads an answer that waits, or decides on it. The one who asked never decides, whatever lists they are on;
 * an answer is decided on once, and its record is durable before the decision counts.
 *
 * @throws GatewayError APPROVAL_UNKNOWN, APPROVER_REFUSED, APPROVAL_DECIDED, APPROVAL_EXPIRED, OVERSIGHT_UNAVAILABLE
 */
export async function oversee(
  draft: Draft,
  { requestId, act }: OversightRequest,
  engine: Engine,
): Promise<Reply> {
  const { approvals, useCases, clock, ledger, observe } = engine;
  if (approvals === undefined) throw new GatewayError('APPROVAL_UNKNOWN');
  const state = await reached(() => approvals.find(requestId));
  const manifest = useCases.get(state?.parked.useCase ?? '');
  if (state === undefined || manifest === undefined) throw new GatewayError('APPROVAL_UNKNOWN');
  const { parked, decision } = state;
  draft.tell({ useCase: { id: manifest.id, version: manifest.version }, dataClass: manifest.dataClass });
  requireSecondPerson(draft, parked, manifest);
  if (decision !== undefined) {
    await approvals.reconcile(requestId);
    throw new GatewayError('APPROVAL_DECIDED');
  }
  if (parked.expiresAt <= clock.now()) throw new GatewayError('APPROVAL_EXPIRED');
  // the record is of the request it is about, and so found beside it
  const about = new RecordOf(draft, requestId);
  if (act === 'review') {
    const { answer } = await reopened(manifest.id, parked, engine);
    const receipt = await record(ledger, [about.entry('review', 'reviewed')], observe);
    return { kind: 'reviewed', requestId, receipt, text: answer.text };
  }
  const kind = act === 'approve' ? 'approval' : 'rejection';
  const receipt = await record(ledger, [about.entry(kind, DECISIONS[act])], observe);
  const outcome = await reached(() => approvals.decide(requestId, DECISIONS[act]));
  if (outcome === 'too-late') throw new GatewayError('APPROVAL_DECIDED');
  const decided = { kind: 'decided', requestId, receipt, decision: DECISIONS[act] } as const;
  return outcome === 'told' ? decided : { ...decided, workflow: 'not-told' };
}

class RecordOf {
  constructor(
    private readonly draft: Draft,
    private readonly requestId: string,
  ) {}

  entry(kind: 'review' | 'approval' | 'rejection', outcome: 'reviewed' | Decision) {
    return { ...this.draft.entry(kind, { outcome }), requestId: this.requestId };
  }
}

function requireSecondPerson(
  { caller }: Draft,
  { asker }: ParkedAnswer,
  { approvers = [] }: UseCaseManifest,
): void {
  // the path of a use case is for asking: who may call it need not be let near answers of others
  const isElsewhere = caller.onlyUseCase !== undefined;
  if (isElsewhere || caller.principal === asker || !isAmong(caller, approvers))
    throw new GatewayError('APPROVER_REFUSED');
}

async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    throw new GatewayError('OVERSIGHT_UNAVAILABLE');
  }
}
