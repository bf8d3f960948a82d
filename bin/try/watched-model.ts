import type { Model, ModelCall } from '../../lambda/gateway/model/model';

/** A call of a model, and what it said so far. */
export interface WatchedCall {
  readonly call: ModelCall;
  said: string;
}

/** Hands on to a model and keeps what passes, so that it can be shown and searched: what a model saw is no guess of ours. */
export class WatchedModel implements Model {
  readonly #calls = new Map<string, WatchedCall[]>();

  constructor(private readonly model: Model) {}

  /** Calls for a request, taken out: nothing is kept longer than it is shown. */
  take(requestId: string): readonly WatchedCall[] {
    const calls = this.#calls.get(requestId) ?? [];
    this.#calls.delete(requestId);
    return calls;
  }

  async converse(call: ModelCall, signal: AbortSignal): ReturnType<Model['converse']> {
    const watched = this.#watch(call);
    const answer = await this.model.converse(call, signal);
    watched.said = answer.text;
    return answer;
  }

  async *converseStream(call: ModelCall, signal: AbortSignal): ReturnType<Model['converseStream']> {
    const watched = this.#watch(call);
    for await (const event of this.model.converseStream(call, signal)) {
      if (event.kind === 'text') watched.said += event.text;
      yield event;
    }
  }

  #watch(call: ModelCall): WatchedCall {
    const watched = { call, said: '' };
    const id = call.metadata['requestId'] ?? '';
    this.#calls.set(id, [...(this.#calls.get(id) ?? []), watched]);
    return watched;
  }
}
