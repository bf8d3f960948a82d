/** A block of what is sent. `guarded`: a guardrail looks at it; the rest is text that somebody approved. */
export interface SentBlock {
  readonly text: string;
  readonly guarded: 'no' | 'query' | 'source';
}

export interface GuardrailChoice {
  readonly id: string;
  /** A number; `DRAFT` is none. */
  readonly version: string;
}

/** What a model is told of a tool. */
export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  /** JSON schema of its input. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ToolUse {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** What a model said and asked of tools, and what they gave; both as they passed the filters. */
export interface ToolTurn {
  readonly text: string;
  readonly uses: readonly ToolUse[];
  /** In the order of `uses`. */
  readonly results: readonly string[];
}

/** One call of a model. */
export interface ModelCall {
  /** Id of a model or of an inference profile of Bedrock's, as manifests and records have it. */
  readonly model: string;
  /** ARN of the application inference profile through which it is asked. @default - it is asked by its id */
  readonly profile?: string;
  readonly system: string;
  readonly blocks: readonly SentBlock[];
  readonly maxOutputTokens: number;
  readonly guardrail: GuardrailChoice | undefined;
  /** Of the use case; none: the model is told of none. */
  readonly tools?: readonly ToolSpec[];
  /** What came before in this request. */
  readonly turns?: readonly ToolTurn[];
  /** Ids alone: Bedrock writes them into its invocation log in clear. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface GuardrailVerdict {
  readonly action: 'none' | 'masked' | 'blocked';
  /** 0 to 1, the least of all that the guardrail gave. */
  readonly grounding?: number;
}

export interface TokenCounts {
  readonly input: number;
  readonly output: number;
}

/** Why a model stopped, as far as it matters here. */
export type Stop = 'end' | 'length' | 'guardrail' | 'tool' | 'unreadable';

export interface ModelAnswer {
  readonly text: string;
  readonly stop: Stop;
  /** What the model asks of tools, where it stopped for that. */
  readonly uses: readonly ToolUse[];
  readonly tokens: TokenCounts;
  readonly verdict: GuardrailVerdict;
}

/** A piece of an answer that is being written; `end` comes last, and only of a whole answer. */
export type ModelEvent =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'end' } & Omit<ModelAnswer, 'text' | 'uses'>);

/** Why a model gave no answer. `rejected` would be so again; the others may pass. */
export type ModelFailure = 'throttled' | 'timed-out' | 'failed' | 'rejected';

export class ModelError extends Error {
  override readonly name = 'ModelError';

  /** What the service said stays with the service: it may quote the prompt. */
  constructor(readonly failure: ModelFailure) {
    super(`the model gave no answer: ${failure}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** A service that runs models. */
export interface Model {
  /** @throws ModelError */
  converse(call: ModelCall, signal: AbortSignal): Promise<ModelAnswer>;
  /** @throws ModelError, also between two pieces */
  converseStream(call: ModelCall, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
