import { constants, createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { EventStreamCodec } from '@smithy/core/event-streams';

/** A call of Converse, ConverseStream or ApplyGuardrail, as the SDK sent it. */
export interface RuntimeCall {
  readonly operation: 'Converse' | 'ConverseStream' | 'ApplyGuardrail';
  /** Model or guardrail, as the path names it. */
  readonly resource: string;
  readonly body: unknown;
  /** The bytes of it: what left the gateway. */
  readonly raw: string;
}

/** What the model does about a call. */
export type Behaviour =
  | { readonly say: string; readonly stop?: string; readonly trace?: unknown }
  /** In a stream: the text in these pieces. */
  | {
      readonly pieces: readonly string[];
      readonly stop?: string;
      readonly trace?: unknown;
      readonly breaks?: boolean;
    }
  /** A stream that falls silent behind these pieces. */
  | {
      readonly pieces: readonly string[];
      readonly stop?: string;
      readonly trace?: unknown;
      readonly stalls: true;
    }
  | { readonly content: readonly object[]; readonly stop: string }
  | { readonly exception: string; readonly status: number; readonly quoting?: string }
  | { readonly body: unknown }
  | 'silence'
  | 'hang-up';

const PATH = /^\/(?:model\/([^/]+)\/(converse|converse-stream)|guardrail\/([^/]+)\/version\/[^/]+\/apply)$/u;
/** Time for what was said to arrive before the connection breaks. */
const BREAKS_AFTER_MS = 50;
const USAGE = { inputTokens: 11, outputTokens: 7, totalTokens: 18 };

/** Bedrock's runtime on loopback, over HTTP/2 as its client speaks it. It is the seam: the SDK in front of it is the real one. */
export class LoopbackBedrockRuntime {
  endpoint = '';
  readonly calls: RuntimeCall[] = [];
  behave: (call: RuntimeCall) => Behaviour = () => ({ say: 'Done.' });
  readonly #codec = new EventStreamCodec(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    (text) => Buffer.from(text, 'utf8'),
  );
  readonly #sessions = new Set<ServerHttp2Session>();
  readonly #server: Http2Server = createServer();

  static async start(): Promise<LoopbackBedrockRuntime> {
    const runtime = new LoopbackBedrockRuntime();
    runtime.#server.on('session', (session) => {
      runtime.#sessions.add(session);
      session.on('close', () => runtime.#sessions.delete(session));
    });
    runtime.#server.on('stream', (stream, headers) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => undefined);
      stream.on('end', () => {
        const call = callOf(String(headers[':path']), Buffer.concat(chunks).toString('utf8'));
        runtime.calls.push(call);
        const behaviour = runtime.behave(call);
        if (behaviour === 'silence') return;
        if (behaviour === 'hang-up') {
          stream.close();
          return;
        }
        if ('exception' in behaviour) {
          stream.respond({
            ':status': behaviour.status,
            'content-type': 'application/json',
            'x-amzn-errortype': behaviour.exception,
          });
          stream.end(JSON.stringify({ message: behaviour.quoting ?? 'no' }));
          return;
        }
        if (call.operation !== 'ConverseStream') {
          stream.respond({ ':status': 200, 'content-type': 'application/json' });
          stream.end(JSON.stringify(answerOf(behaviour)));
          return;
        }
        stream.respond({ ':status': 200, 'content-type': 'application/vnd.amazon.eventstream' });
        for (const [type, event] of eventsOf(behaviour)) stream.write(runtime.#encode(type, event));
        if ('breaks' in behaviour && behaviour.breaks === true)
          setTimeout(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR), BREAKS_AFTER_MS);
        else if (!('stalls' in behaviour)) stream.end();
      });
    });
    await new Promise<void>((resolve) => runtime.#server.listen(0, '127.0.0.1', resolve));
    runtime.endpoint = `http://127.0.0.1:${(runtime.#server.address() as AddressInfo).port}`;
    return runtime;
  }

  async stop(): Promise<void> {
    for (const session of this.#sessions) session.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #encode(type: string, event: object): Uint8Array {
    return this.#codec.encode({
      headers: {
        ':event-type': { type: 'string', value: type },
        ':content-type': { type: 'string', value: 'application/json' },
        ':message-type': { type: 'string', value: 'event' },
      },
      body: Buffer.from(JSON.stringify(event)),
    });
  }
}

function callOf(path: string, raw: string): RuntimeCall {
  const [, model, how, guardrail] = PATH.exec(path) ?? [];
  const operation =
    how === 'converse' ? 'Converse' : how === 'converse-stream' ? 'ConverseStream' : 'ApplyGuardrail';
  return {
    operation,
    resource: decodeURIComponent(model ?? guardrail ?? ''),
    body: JSON.parse(raw) as unknown,
    raw,
  };
}

type Answering = Exclude<Behaviour, string | { readonly exception: string }>;

function answerOf(behaviour: Answering): unknown {
  if ('body' in behaviour) return behaviour.body;
  const content =
    'content' in behaviour
      ? behaviour.content
      : [{ text: 'say' in behaviour ? behaviour.say : behaviour.pieces.join('') }];
  return {
    output: { message: { role: 'assistant', content } },
    stopReason: behaviour.stop ?? 'end_turn',
    usage: USAGE,
    metrics: { latencyMs: 5 },
    ...('trace' in behaviour && behaviour.trace !== undefined
      ? { trace: { guardrail: behaviour.trace } }
      : {}),
  };
}

function* eventsOf(behaviour: Answering): Generator<[string, object]> {
  if ('body' in behaviour || 'content' in behaviour) throw new Error('a stream has pieces');
  const pieces = 'say' in behaviour ? [behaviour.say] : behaviour.pieces;
  yield ['messageStart', { role: 'assistant' }];
  for (const text of pieces) yield ['contentBlockDelta', { contentBlockIndex: 0, delta: { text } }];
  if (('breaks' in behaviour && behaviour.breaks === true) || 'stalls' in behaviour) return;
  yield ['contentBlockStop', { contentBlockIndex: 0 }];
  yield ['messageStop', { stopReason: behaviour.stop ?? 'end_turn' }];
  const trace = behaviour.trace === undefined ? {} : { trace: { guardrail: behaviour.trace } };
  yield ['metadata', { usage: USAGE, metrics: { latencyMs: 5 }, ...trace }];
}
