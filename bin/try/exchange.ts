import type { StreamEvent } from '../../lambda/gateway/answer-stream';
import type { Problem } from '../../lambda/gateway/problem';
import type { LedgerRecord } from '../../lambda/ledger/ledger-object';
import { objectKey, receiptPlaceOf } from '../../lambda/ledger/place';
import type { LedgerStore } from '../../lambda/ledger/ledger-store';
import type { Place } from './place';
import { CALLER } from './use-case';
import type { WatchedCall } from './watched-model';

/** One request from both of its ends. */
export interface Exchange {
  readonly requestId: string;
  readonly calls: readonly WatchedCall[];
  /** What left, in its pieces. */
  readonly pieces: readonly string[];
  /** Why nothing left, or nothing more. */
  readonly problem: Problem | undefined;
  /** Of the record of how it ended. */
  readonly receipt: string | undefined;
  /** That record, read back from the ledger. */
  readonly record: LedgerRecord | undefined;
}

/** Asks as a deployed caller does, with a body of bytes, and looks at what the model got and what the ledger holds. */
export async function exchange(place: Place, body: string | Uint8Array): Promise<Exchange> {
  const until = Date.now() + place.models.time;
  const call = { remaining: () => until - Date.now() };
  const pieces: string[] = [];
  let end: Pick<Exchange, 'requestId' | 'problem' | 'receipt'> | undefined;
  for await (const event of place.gateway.answerStream(CALLER, body, call)) {
    const text = textOf(event);
    if (text !== undefined) pieces.push(text);
    end = endOf(event) ?? end;
  }
  if (end === undefined) throw new Error('the gateway gave no end');
  return {
    ...end,
    calls: place.watched.take(end.requestId),
    pieces,
    record: end.receipt === undefined ? undefined : await recordOf(place.store, end.receipt),
  };
}

function textOf(event: StreamEvent): string | undefined {
  if (event.kind === 'text') return event.text;
  return event.kind === 'reply' && event.reply.kind === 'answered' ? event.reply.text : undefined;
}

function endOf(event: StreamEvent): Pick<Exchange, 'requestId' | 'problem' | 'receipt'> | undefined {
  if (event.kind === 'text' || event.kind === 'opened') return undefined;
  if (event.kind === 'closed')
    return { requestId: event.requestId, problem: undefined, receipt: event.receipt };
  const { reply } = event;
  if (reply.kind !== 'refused')
    return { requestId: reply.requestId, problem: undefined, receipt: reply.receipt };
  const { problem } = reply;
  return { requestId: problem.instance.replace('urn:uuid:', ''), problem, receipt: problem.receipt };
}

/** The record that a receipt names; undefined where there is none. */
async function recordOf(store: LedgerStore, receipt: string): Promise<LedgerRecord | undefined> {
  const place = receiptPlaceOf(receipt);
  const bytes = place && (await store.get(objectKey(place)));
  if (place === undefined || bytes === undefined) return undefined;
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
  return lines
    .map((line) => JSON.parse(line) as LedgerRecord)
    .find(({ sequence }) => sequence === place.sequence);
}
