import type { Counts } from '../redaction/category';
import { RedactionError } from '../redaction/errors';
import type { Redactor } from '../redaction/redactor';
import { createJsonRedactor } from '../redaction/structured/json/json-redactor';
import { readBlock } from './content-block';

/** A message of Bedrock's Converse API, as far as redaction looks at it. */
export interface Message {
  readonly role?: string | undefined;
  readonly content?: readonly object[] | undefined;
}

/** What is sent to a model. */
export interface Conversation<M extends Message, S extends object> {
  readonly messages: readonly M[];
  /** Blocks of the system prompt. */
  readonly system?: readonly S[];
}

export interface ModelHook {
  /**
   * A conversation without identifiers, before a model sees it. All texts are read together: a name found in one message
   * is redacted in all.
   * @throws RedactionError `CONTENT_REFUSED` for images, and documents that are no text; `INTERNAL` when redaction fails
   */
  readonly beforeModel: <M extends Message, S extends object>(
    conversation: Conversation<M, S>,
  ) => { readonly messages: M[]; readonly system: S[]; readonly counts: Counts };
  /**
   * The answer of a model without identifiers.
   * @throws RedactionError as above
   */
  readonly afterModel: <M extends Message>(message: M) => { readonly message: M; readonly counts: Counts };
}

/** Redaction on the way to a model and back. Pure: the gateway calls it with the messages it holds. */
export function createModelHook({ redactor }: { readonly redactor: Redactor }): ModelHook {
  const json = createJsonRedactor({ redactor });

  function redactAll(lists: readonly (readonly object[])[]): { lists: object[][]; counts: Counts } {
    const read = lists.map((blocks) => blocks.map((block) => readBlock(block, redactor)));
    const { value, counts } = json.redactValue(read.map((blocks) => blocks.map(({ texts }) => texts)));
    const texts = value as readonly (readonly unknown[])[];
    return {
      lists: read.map((blocks, at) => blocks.map(({ withTexts }, index) => withTexts(texts[at]?.[index]))),
      counts,
    };
  }

  return {
    beforeModel({ messages, system = [] }) {
      return orInternal(() => {
        const { lists, counts } = redactAll([system, ...messages.map(({ content = [] }) => content)]);
        const [clean = [], ...contents] = lists;
        return {
          messages: messages.map((message, index) => ({ ...message, content: contents[index] ?? [] })),
          system: clean as (typeof system)[number][],
          counts,
        };
      });
    },
    afterModel(message) {
      return orInternal(() => {
        const { lists, counts } = redactAll([message.content ?? []]);
        return { message: { ...message, content: lists[0] ?? [] }, counts };
      });
    },
  };
}

function orInternal<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RedactionError) throw error;
    throw new RedactionError('INTERNAL', 'redaction failed; nothing was passed on');
  }
}
