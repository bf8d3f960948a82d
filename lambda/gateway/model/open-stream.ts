import { GatewayError } from '../gateway-error';
import { askModels, RESERVE_MS, type Asking } from './ask-model';
import { ModelError, type Model, type ModelCall, type ModelEvent } from './model';

type End = Extract<ModelEvent, { kind: 'end' }>;

/** An answer that has begun. */
export interface OpenStream {
  readonly model: string;
  /** @throws GatewayError MODEL_TIMED_OUT, MODEL_THROTTLED, MODEL_FAILED: nothing can be asked again by now */
  readonly events: AsyncIterable<ModelEvent>;
  /** How it ended, once somebody has read so far. */
  ended: End | undefined;
  /** Lets the model go. */
  stop(): void;
}

/** Asks until a model has begun to answer. */
export async function openStream(
  asking: Asking,
  call: Omit<ModelCall, 'model'>,
  model: Model,
): Promise<OpenStream> {
  return askModels(asking, call, async (modelCall, signal) => {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    signal.addEventListener('abort', abort, { once: true });
    const events = model.converseStream(modelCall, controller.signal)[Symbol.asyncIterator]();
    const first = await events.next();
    signal.removeEventListener('abort', abort);
    return {
      model: modelCall.model,
      events: rest(events, first, asking.remaining),
      ended: undefined,
      stop: abort,
    };
  });
}

async function* rest(
  events: AsyncIterator<ModelEvent>,
  first: IteratorResult<ModelEvent>,
  remaining: () => number,
): AsyncGenerator<ModelEvent, void, undefined> {
  let next = first;
  while (next.done !== true) {
    yield next.value;
    next = await inTime(events.next(), remaining() - RESERVE_MS);
  }
}

/** Whatever a client does about its signal, a stream that falls silent ends while there is time to record it. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GatewayError('MODEL_TIMED_OUT')), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([work, expiry]);
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    const failure = error instanceof ModelError ? error.failure : 'failed';
    throw new GatewayError(failure === 'timed-out' ? 'MODEL_TIMED_OUT' : 'MODEL_FAILED');
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
