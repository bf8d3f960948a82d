import {
  ConverseCommand,
  ConverseStreamCommand,
  type BedrockRuntimeClient,
  type ContentBlock,
  type ConverseCommandInput,
  type ConverseStreamOutput,
  type Message,
  type TokenUsage,
  type Tool,
} from '@aws-sdk/client-bedrock-runtime';
import { modelErrorOf } from './bedrock-failure';
import { stopOf, verdictOf } from './bedrock-verdict';
import type {
  Model,
  ModelCall,
  ModelEvent,
  SentBlock,
  TokenCounts,
  ToolSpec,
  ToolTurn,
  ToolUse,
} from './model';

/** What the SDK takes for JSON. */
type DocumentType = NonNullable<NonNullable<ContentBlock['toolUse']>['input']>;

export interface BedrockModelProps {
  /** With `maxAttempts` 1: attempts are counted and paced by the gateway, within the time that is left. */
  readonly client: Pick<BedrockRuntimeClient, 'send'>;
}

/** Models of Amazon Bedrock, by Converse and ConverseStream. */
export function createBedrockModel({ client }: BedrockModelProps): Model {
  return {
    async converse(call, abortSignal) {
      try {
        const answer = await client.send(new ConverseCommand(inputOf(call)), { abortSignal });
        const { text, uses, readable } = readContent(answer.output?.message?.content ?? []);
        const stop = stopOf(answer.stopReason);
        return {
          text,
          uses,
          stop: stop === 'end' && !readable ? 'unreadable' : stop,
          tokens: tokensOf(answer.usage),
          verdict: verdictOf(answer.stopReason, answer.trace?.guardrail),
        };
      } catch (error) {
        throw modelErrorOf(error, abortSignal);
      }
    },
    async *converseStream(call, abortSignal) {
      try {
        const input = inputOf(call);
        const guardrailConfig = input.guardrailConfig && {
          ...input.guardrailConfig,
          // 'async' would hand out text before the guardrail has seen it
          streamProcessingMode: 'sync' as const,
        };
        const command = new ConverseStreamCommand({ ...input, guardrailConfig });
        const { stream = [] } = await client.send(command, { abortSignal });
        yield* eventsOf(stream);
      } catch (error) {
        throw modelErrorOf(error, abortSignal);
      }
    },
  };
}

async function* eventsOf(
  stream: AsyncIterable<ConverseStreamOutput> | Iterable<ConverseStreamOutput>,
): AsyncGenerator<ModelEvent, void, undefined> {
  let readable = true;
  let reason: string | undefined;
  for await (const event of stream) {
    const delta = event.contentBlockDelta?.delta;
    if (delta !== undefined) {
      if (delta.text === undefined) readable &&= delta.reasoningContent !== undefined;
      else yield { kind: 'text', text: delta.text };
    }
    if (event.contentBlockStart?.start !== undefined) readable = false;
    if (event.messageStop !== undefined) reason = event.messageStop.stopReason;
    if (event.metadata !== undefined) {
      const stop = stopOf(reason);
      yield {
        kind: 'end',
        stop: stop === 'end' && !readable ? 'unreadable' : stop,
        tokens: tokensOf(event.metadata.usage),
        verdict: verdictOf(reason, event.metadata.trace?.guardrail),
      };
    }
  }
}

function inputOf(call: ModelCall): ConverseCommandInput {
  const {
    model,
    profile,
    system,
    blocks,
    maxOutputTokens,
    guardrail,
    metadata,
    tools = [],
    turns = [],
  } = call;
  return {
    modelId: profile ?? model,
    system: [{ text: system }],
    messages: [
      { role: 'user', content: contentOf(blocks, guardrail !== undefined) },
      ...turns.flatMap(messagesOf),
    ],
    ...(tools.length === 0 ? {} : { toolConfig: { tools: tools.map(toolOf) } }),
    inferenceConfig: { maxTokens: maxOutputTokens },
    requestMetadata: { ...metadata },
    guardrailConfig: guardrail && {
      guardrailIdentifier: guardrail.id,
      guardrailVersion: guardrail.version,
      // the one way to learn of scores and of what was masked
      trace: 'enabled',
    },
  };
}

/** Without a guardrail there is nobody to tell the blocks apart, and a model reads one text better than pieces of it. */
function contentOf(blocks: readonly SentBlock[], guarded: boolean): ContentBlock[] {
  if (!guarded) return [{ text: blocks.map(({ text }) => text).join('') }];
  return blocks.map(({ text, guarded: how }) => {
    if (how === 'no') return { text };
    const qualifier = how === 'query' ? ('query' as const) : ('grounding_source' as const);
    return { guardContent: { text: { text, qualifiers: [qualifier, 'guard_content' as const] } } };
  });
}

function toolOf({ name, description, inputSchema }: ToolSpec): Tool {
  return { toolSpec: { name, description, inputSchema: { json: inputSchema as DocumentType } } };
}

/** A turn of tools as the two messages it was. */
function messagesOf({ text, uses, results }: ToolTurn): Message[] {
  const said: ContentBlock[] = text === '' ? [] : [{ text }];
  return [
    {
      role: 'assistant',
      content: [
        ...said,
        ...uses.map(({ id, name, input }) => ({
          toolUse: { toolUseId: id, name, input: input as DocumentType },
        })),
      ],
    },
    {
      role: 'user',
      content: uses.map(({ id }, at) => ({
        toolResult: { toolUseId: id, content: [{ text: results[at] ?? '' }] },
      })),
    },
  ];
}

interface ReadContent {
  readonly text: string;
  readonly uses: readonly ToolUse[];
  readonly readable: boolean;
}

/** Reasoning is left out: it is no answer. Anything else but text and tools makes an answer unreadable. */
function readContent(content: readonly ContentBlock[]): ReadContent {
  const texts: string[] = [];
  const uses: ToolUse[] = [];
  let readable = true;
  for (const { text, toolUse, reasoningContent } of content) {
    if (text !== undefined) texts.push(text);
    else if (toolUse !== undefined)
      uses.push({ id: toolUse.toolUseId ?? '', name: toolUse.name ?? '', input: toolUse.input });
    else if (reasoningContent === undefined) readable = false;
  }
  return { text: texts.join(''), uses, readable };
}

function tokensOf(usage: TokenUsage | undefined): TokenCounts {
  return { input: usage?.inputTokens ?? 0, output: usage?.outputTokens ?? 0 };
}
