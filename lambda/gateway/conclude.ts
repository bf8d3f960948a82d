import { readConclusion, record, type Conclusion } from './conclusion';
import type { SealedReply } from './claims/claims';
import { GatewayError } from './gateway-error';
import type { Clock } from './clock';
import { DEFAULT_APPROVAL_TIME_MS, type GatewayProps } from './gateway-props';
import type { ModelAnswer } from './model/model';
import type { Admitted, Prepared } from './prepared';
import type { SealedBodies } from './bodies/sealed-bodies';
import type { Reply } from './reply';

type Needs = Pick<GatewayProps, 'ledger' | 'claims' | 'approvals' | 'mac' | 'observe' | 'approvalTime'> & {
  readonly clock: Clock;
  readonly sealed: SealedBodies;
};

/** An answer without identifiers, and what the model said of it. */
export interface Answered extends Pick<ModelAnswer, 'tokens'> {
  readonly text: string;
  readonly model: string;
  readonly stop: 'end' | 'length';
}

/** Seals an answer, so that it is known before it is recorded; the records are made and not yet written. */
export async function conclude(
  prepared: Prepared,
  answered: Answered,
  needs: Needs,
): Promise<{ readonly conclusion: Conclusion; readonly reply: SealedReply }> {
  const { draft, manifest, request, tokens, sent } = prepared;
  const { requestId } = draft;
  const reidentified = request.reidentify === true;
  const text = reidentified
    ? await draft.stage('re-identify', () => tokens.restore(answered.text))
    : answered.text;
  const parks = manifest.requiresHumanApproval;
  draft.tell({ answer: await needs.mac.of('answer', answered.text), tokens: answered.tokens });
  const sealed = await draft.stage('seal', async () => {
    const [exchange, ...restorable] = await Promise.all([
      needs.sealed.seal(manifest, requestId, 'body', { sent, answer: answered.text }),
      ...(tokens.given > 0 && manifest.reidentifiers.length > 0
        ? [needs.sealed.sealTokens(manifest, requestId, tokens)]
        : []),
    ]);
    draft.tell({ body: { key: exchange.key, sha256: exchange.sha256 } });
    const answer = {
      requestId,
      text,
      model: answered.model,
      stop: answered.stop,
      tokens: answered.tokens,
      reidentified,
    };
    const conclusion: Conclusion = {
      entries: [
        parks
          ? draft.entry('parked', { outcome: 'parked' })
          : draft.entry('interaction', { outcome: 'answered' }),
        ...(reidentified ? [draft.entry('re-identification', { outcome: 'restored' })] : []),
      ],
      answer,
      ...(parks
        ? { approvalUntil: needs.clock.now() + (needs.approvalTime ?? DEFAULT_APPROVAL_TIME_MS) }
        : {}),
    };
    const reply = await needs.sealed.seal(manifest, requestId, 'reply', conclusion);
    // at once: nobody looks for a reply that no claim names, and the claim comes when all of them are there
    await needs.sealed.put(exchange, reply, ...restorable);
    return { conclusion, reply: { requestId, replyKey: reply.key } };
  });
  if (!(await held(needs.claims.sealed(prepared.lease, sealed.reply))))
    throw new GatewayError('REQUEST_RUNNING');
  return sealed;
}

/** From a sealed answer to its record, and only then to the reply. */
export async function deliver(
  { lease, draft, manifest }: Admitted,
  conclusion: Conclusion,
  sealed: SealedReply,
  needs: Needs,
): Promise<Reply> {
  const receipt = await record(needs.ledger, conclusion.entries, needs.observe);
  const { approvalUntil } = conclusion;
  if (approvalUntil !== undefined) {
    try {
      await needs.approvals?.park({
        ...sealed,
        useCase: manifest.id,
        asker: draft.caller.principal,
        expiresAt: approvalUntil,
      });
    } catch {
      throw new GatewayError('OVERSIGHT_UNAVAILABLE');
    }
  }
  // the record is there: that the claim cannot be closed keeps nothing back, it is found sealed and recorded once more
  await needs.claims.settle(lease, { state: 'answered', sealed, receipt }).catch(() => false);
  return replyOf(conclusion, receipt);
}

/** An answer that was given before, once more: no model is asked and nothing is recorded. */
export async function replay(
  { manifest }: Pick<Admitted, 'manifest'>,
  sealed: SealedReply,
  receipt: string,
  needs: Needs,
): Promise<Reply> {
  const conclusion = await reopened(manifest.id, sealed, needs);
  if (conclusion.approvalUntil === undefined) return replyOf(conclusion, receipt);
  const state = await needs.approvals?.find(sealed.requestId).catch(() => {
    throw new GatewayError('OVERSIGHT_UNAVAILABLE');
  });
  if (state?.decision === 'approved') return { kind: 'answered', receipt, ...conclusion.answer };
  if (state?.decision === 'rejected') throw new GatewayError('ANSWER_REJECTED');
  if (conclusion.approvalUntil <= needs.clock.now()) throw new GatewayError('APPROVAL_EXPIRED');
  return replyOf(conclusion, receipt);
}

export async function reopened(
  useCase: string,
  { requestId, replyKey }: SealedReply,
  { sealed }: Pick<Needs, 'sealed'>,
): Promise<Conclusion> {
  return readConclusion(await sealed.openReply(useCase, requestId, replyKey));
}

function replyOf({ approvalUntil, answer }: Conclusion, receipt: string): Reply {
  if (approvalUntil === undefined) return { kind: 'answered', receipt, ...answer };
  const expiresAt = new Date(approvalUntil).toISOString();
  return { kind: 'parked', requestId: answer.requestId, receipt, expiresAt };
}

/** @throws GatewayError CLAIMS_UNAVAILABLE */
export async function held(work: Promise<boolean>): Promise<boolean> {
  try {
    return await work;
  } catch {
    throw new GatewayError('CLAIMS_UNAVAILABLE');
  }
}
