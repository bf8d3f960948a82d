import { conclude, type Answered } from './conclude';
import { record } from './conclusion';
import type { Engine } from './engine';
import { GatewayError } from './gateway-error';
import type { Call } from './gateway-props';
import { prepare } from './prepare';
import type { Admitted, Prepared } from './prepared';
import type { AnswerBody, Reply } from './reply';
import { refuse } from './refuse';
import { askingOf, tellOutput, tellVerdict } from './run-model';
import { CleanStream } from './stages/clean-stream';
import { requireOrdinary, requireWhole } from './stages/inspect-output';
import { openStream, type OpenStream } from './model/open-stream';

/** What leaves while an answer is being written. */
export type StreamEvent =
  /** The whole reply, in one piece. */
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** A record stands; text follows. */
  | { readonly kind: 'opened'; readonly requestId: string; readonly receipt: string }
  | { readonly kind: 'text'; readonly text: string }
  /** All text is out, and the record of all of it is there. */
  | ({ readonly kind: 'closed'; readonly receipt: string } & Omit<AnswerBody, 'text'>)
  /** The answer ended early. What came before is not to be used. */
  | { readonly kind: 'broken'; readonly reply: Extract<Reply, { kind: 'refused' }> };

/**
 * An answer in pieces. The record of kind `opened` is durable before the first piece leaves; `interaction`, or `refusal` where
 * it broke off, follows the last. So there is no answer without a record, not even a part of one.
 *
 * @throws GatewayError as long as nothing has left
 */
export async function* answerStream(
  admitted: Admitted,
  call: Call,
  engine: Engine,
): AsyncGenerator<StreamEvent, void, undefined> {
  const { draft, manifest, lease } = admitted;
  const prepared = await prepare(admitted, engine.redactorOf(manifest), engine);
  const start = engine.clock.now();
  const stream = await draft.stage('model', () =>
    openStream(askingOf(prepared, call, engine), prepared.call, engine.model),
  );
  const clean = new CleanStream(prepared, engine.redactorOf(manifest), engine.onLeak);
  let opened = false;
  let ended = false;
  try {
    for await (const text of piecesOf(stream, clean, prepared)) {
      if (!opened) {
        draft.tell({
          stream: {
            firstTextMilliseconds: Math.max(0, Math.ceil(engine.clock.now() - start)),
            firstTextCharacters: clean.received,
          },
        });
        const receipt = await open(prepared, engine);
        opened = true;
        yield { kind: 'opened', requestId: draft.requestId, receipt };
      }
      yield { kind: 'text', text };
    }
    draft.took('model', engine.clock.now() - start);
    const closing = await close(prepared, stream, clean, engine);
    ended = true;
    yield closing;
  } catch (error) {
    ended = true;
    if (!opened) throw error;
    yield { kind: 'broken', reply: { kind: 'refused', problem: await refuse(draft, error, lease, engine) } };
  } finally {
    stream.stop();
    // whoever read went away: what had left by then is on record, and so is that it was no more
    if (!ended && opened) await refuse(draft, new GatewayError('STREAM_ABANDONED'), lease, engine);
  }
}

async function* piecesOf(
  stream: OpenStream,
  clean: CleanStream,
  prepared: Prepared,
): AsyncGenerator<string, void, undefined> {
  for await (const event of stream.events) {
    if (event.kind === 'end') {
      tellVerdict(prepared, event);
      tellOutput(prepared, clean.findings, clean.length, event, clean.entropyMillibits);
      requireWhole(event);
      const rest = clean.end();
      tellOutput(prepared, clean.findings, clean.length, event, clean.entropyMillibits);
      stream.ended = event;
      if (rest !== '') yield rest;
      return;
    }
    const text = clean.push(event.text);
    if (text !== '') yield text;
  }
  throw new GatewayError('MODEL_FAILED');
}

/** What was sent is sealed and the opening recorded; where identifiers are put back, that too. */
async function open(prepared: Prepared, engine: Engine): Promise<string> {
  const { draft, manifest, request, sent } = prepared;
  const { key, sha256 } = await draft.stage('seal', async () => {
    const prompt = await engine.sealed.seal(manifest, draft.requestId, 'prompt', { sent });
    await engine.sealed.put(prompt);
    return prompt;
  });
  const opening = { ...draft.entry('opened', { outcome: 'opened' }), body: { key, sha256 } };
  const restoring =
    request.reidentify === true ? [draft.entry('re-identification', { outcome: 'restored' })] : [];
  return draft.stage('ledger', () => record(engine.ledger, [opening, ...restoring], engine.observe));
}

async function close(
  prepared: Prepared,
  { ended, model }: OpenStream,
  clean: CleanStream,
  engine: Engine,
): Promise<StreamEvent> {
  if (ended === undefined) throw new GatewayError('MODEL_FAILED');
  requireOrdinary(clean.text, prepared.manifest);
  const answered: Answered = {
    text: clean.text,
    model,
    stop: ended.stop === 'length' ? 'length' : 'end',
    tokens: ended.tokens,
  };
  const { conclusion, reply } = await conclude(prepared, answered, engine);
  // that identifiers are put back was recorded before the first of them left
  const [entry] = conclusion.entries;
  const receipt = await record(engine.ledger, entry === undefined ? [] : [entry], engine.observe);
  await engine.claims
    .settle(prepared.lease, { state: 'answered', sealed: reply, receipt })
    .catch(() => false);
  const { text: _, ...rest } = conclusion.answer;
  return { kind: 'closed', receipt, ...rest };
}
