import type { Detector } from '../redaction/detector';
import { RedactionError } from '../redaction/errors';
import { identifies } from '../redaction/identifying-name';

type Fields = Readonly<Record<string, unknown>>;

/** The texts of a block, to be redacted together with all others, and the block with other texts in their place. */
export interface ReadBlock {
  readonly texts: unknown;
  readonly withTexts: (texts: unknown) => object;
}

/** Formats of documents that are text; a model reads the others by means that redaction has not. */
const TEXT_FORMATS: ReadonlySet<unknown> = new Set(['csv', 'md', 'txt']);
const UNREADABLE: ReadonlySet<string> = new Set(['audio', 'image', 'video']);

/**
 * Reads one content block of Bedrock's Converse API. Source: Bedrock API reference, `ContentBlock`, `ToolResultContentBlock`.
 * @throws RedactionError `CONTENT_REFUSED` for a block whose content cannot be read; the message names kinds of ours only
 */
export function readBlock(block: object, detector: Detector): ReadBlock {
  const [[kind, value] = ['', undefined], ...others] = Object.entries(block).filter(
    ([, each]) => each !== undefined,
  );
  if (others.length > 0) throw refused('a content block of several kinds');
  switch (kind) {
    case 'text':
    case 'json':
    case 'citationsContent':
      return { texts: value, withTexts: (texts) => ({ [kind]: texts }) };
    case 'cachePoint':
      return { texts: null, withTexts: () => block };
    case 'guardContent':
      return within(value, 'text', (text) => ({ guardContent: { text } }), 'an image');
    case 'toolUse':
      return within(value, 'input', (input) => ({ toolUse: { ...(value as object), input } }), 'no input');
    case 'toolResult':
      return readToolResult(value, detector);
    case 'reasoningContent':
      return readReasoning(value);
    case 'document':
      return readDocument(value, detector);
    default:
      throw refused(UNREADABLE.has(kind) ? `${kind} content` : 'a content block of a kind unknown here');
  }
}

function within(
  value: unknown,
  name: string,
  restore: (texts: unknown) => object,
  otherwise: string,
): ReadBlock {
  const texts = (value as Fields | undefined)?.[name];
  if (texts === undefined) throw refused(otherwise);
  return { texts, withTexts: restore };
}

function readToolResult(value: unknown, detector: Detector): ReadBlock {
  const { content } = value as { readonly content?: unknown };
  if (!Array.isArray(content)) throw refused('a tool result without content');
  const blocks = content.map((block) => readBlock(block as object, detector));
  return {
    texts: blocks.map(({ texts }) => texts),
    withTexts: (texts) => ({
      toolResult: {
        ...(value as object),
        content: blocks.map(({ withTexts }, index) => withTexts((texts as readonly unknown[])[index])),
      },
    }),
  };
}

/** Reasoning whose text changes no longer fits its signature, which goes. */
function readReasoning(value: unknown): ReadBlock {
  const { reasoningText } = value as { readonly reasoningText?: Fields };
  if (reasoningText === undefined) throw refused('reasoning that is encrypted');
  const { text } = reasoningText;
  return {
    texts: text,
    withTexts: (redacted) => ({
      reasoningContent: { reasoningText: redacted === text ? reasoningText : { text: redacted } },
    }),
  };
}

function readDocument(value: unknown, detector: Detector): ReadBlock {
  const document = value as Fields & { readonly name?: unknown; readonly source?: Fields };
  const { name, source, format, context } = document;
  const { text, bytes } = source ?? {};
  const isText = typeof text === 'string';
  if (!isText && !(bytes instanceof Uint8Array && TEXT_FORMATS.has(format))) {
    throw refused('a document that is no text in UTF-8 (csv, md, txt) sent along');
  }
  const isNamed = typeof name === 'string' && !identifies(name, detector);
  return {
    texts: { document: isText ? text : decoded(bytes as Uint8Array), context: context ?? null },
    withTexts(texts) {
      const redacted = texts as { readonly document: string; readonly context: unknown };
      return {
        document: {
          ...document,
          name: isNamed ? name : 'document',
          source: isText
            ? { text: redacted.document }
            : { bytes: new TextEncoder().encode(redacted.document) },
          ...(redacted.context === null ? {} : { context: redacted.context }),
        },
      };
    },
  };
}

function decoded(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // told below
  }
  throw refused('a document that is no text in UTF-8');
}

function refused(what: string): RedactionError {
  return new RedactionError('CONTENT_REFUSED', `${what} cannot be redacted; send its text instead`);
}
