import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { NOBODY } from './caller';
import { arrivalAt, doorOf, type Arrival, type Door, type Doors } from './doors/door';
import type { Gateway } from './gateway';
import type { Call } from './gateway-props';
import {
  bodyOf,
  httpResponse,
  streamChunk,
  streamPrelude,
  type HttpPrelude,
  type HttpResponse,
} from './http-response';

/** What is read of Lambda's context. */
export interface InvocationContext {
  readonly invokedFunctionArn: string;
  readonly getRemainingTimeInMillis: () => number;
}

interface Entrance {
  readonly door: Door;
  readonly arrival: Arrival;
}

/** One call in, a whole answer out: as an HTTP response where the door speaks HTTP, else as it is. */
export function createServer(gateway: Gateway, doors: Doors) {
  return async (event: unknown, context: InvocationContext): Promise<HttpResponse | object> => {
    let entrance: Entrance;
    try {
      entrance = enter(doors, event, context);
    } catch (error) {
      const reply = await gateway.turnAway(NOBODY, error);
      return speaksHttp(event) ? httpResponse(reply) : bodyOf(reply);
    }
    const { door, arrival } = entrance;
    const reply = await gateway.answer(arrival.caller, arrival.body, callOf(context));
    return door.door === 'direct' ? bodyOf(reply) : httpResponse(reply);
  };
}

/** Puts status and headers before a stream, as `awslambda.HttpResponseStream.from` does. */
export type WithPrelude = (stream: Writable, prelude: HttpPrelude) => Writable;

/**
 * The same in pieces, for a REST API whose `responseTransferMode` is `STREAM`, and for direct calls by
 * InvokeWithResponseStream, which get lines of JSON without a prelude.
 */
export function createStreamServer(gateway: Gateway, doors: Doors, withPrelude: WithPrelude) {
  return async (event: unknown, responseStream: Writable, context: InvocationContext): Promise<void> => {
    let target: Writable | undefined;
    const gone = new AbortController();
    responseStream.on('error', () => gone.abort());
    responseStream.on('close', () => gone.abort());
    const send = async (
      events: AsyncIterable<Parameters<typeof streamChunk>[0]>,
      http: boolean,
    ): Promise<void> => {
      for await (const each of events) {
        target ??= http ? withPrelude(responseStream, streamPrelude(each)) : responseStream;
        // leaving the loop ends the answer, and has it recorded as abandoned
        if (gone.signal.aborted) return;
        if (!target.write(streamChunk(each))) await drained(target, gone.signal);
      }
    };
    try {
      const { door, arrival } = enter(doors, event, context);
      const events = gateway.answerStream(arrival.caller, arrival.body, callOf(context));
      await send(events, door.door !== 'direct');
    } catch (error) {
      // an answer that has begun ends itself, with its record
      if (target === undefined)
        await send(onlyReply(await gateway.turnAway(NOBODY, error)), speaksHttp(event));
    }
    (target ?? responseStream).end();
  };
}

async function* onlyReply(reply: Awaited<ReturnType<Gateway['turnAway']>>) {
  yield await Promise.resolve({ kind: 'reply', reply } as const);
}

async function drained(target: Writable, signal: AbortSignal): Promise<void> {
  try {
    await once(target, 'drain', { signal });
  } catch {
    // who reads is gone
  }
}

function enter(doors: Doors, event: unknown, { invokedFunctionArn }: InvocationContext): Entrance {
  const door = doorOf(doors, invokedFunctionArn);
  return { door, arrival: arrivalAt(door, event, invokedFunctionArn) };
}

function callOf(context: InvocationContext): Call {
  return { remaining: () => context.getRemainingTimeInMillis() };
}

/** Whoever sent what looks like a proxy event expects a proxy response, also where it is turned away. */
function speaksHttp(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'requestContext' in event;
}
