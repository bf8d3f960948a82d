import type { Counts } from './category';
import { replaceSpans, type Detector } from './detector';
import { label } from './operators/label';
import { countByCategory, type Span } from './span';

export interface JsonRedaction {
  readonly value: unknown;
  readonly counts: Counts;
}

interface Leaf {
  readonly text: string;
  /** Where it stands in the document that is read. */
  readonly start: number;
}

const LOOKS_LIKE_JSON = /^\s*[[{]/u;

/** The object or list that a text is in JSON; `undefined` for any other text. */
export function parsedJson(text: string): object | undefined {
  if (!LOOKS_LIKE_JSON.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/**
 * A JSON value without its identifiers: texts and numbers are read together as lines of `name: value`, so that a name
 * found in one is found in all, and each name of a member is the cue of its value. A number in which something is found
 * becomes a label; a member whose own name identifies is called `redacted 1`, `redacted 2` …; JSON inside a text is read as JSON.
 */
export function redactJson(value: unknown, detector: Detector): JsonRedaction {
  const leaves: Leaf[] = [];
  const lines: string[] = [];
  let length = 0;
  const collect = (each: unknown, cue: string): void => {
    if (typeof each === 'string' || typeof each === 'number') {
      if (typeof each === 'string' && parsedJson(each)) return;
      const before = `${cue.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}: `;
      leaves.push({ text: String(each), start: length + before.length });
      lines.push(before, String(each), '\n');
      length += before.length + String(each).length + 1;
    } else if (Array.isArray(each)) {
      for (const member of each) collect(member, cue);
    } else if (isObject(each)) {
      for (const [name, member] of Object.entries(each)) collect(member, name);
    }
  };
  collect(value, '');
  const found = detector.detect(lines.join(''));
  const all: Span[] = [];
  let next = 0;
  let from = 0;
  const redacted = (): { readonly text: string; readonly isChanged: boolean } => {
    const { text, start } = leaves[next++] ?? { text: '', start: 0 };
    while ((found[from]?.end ?? Infinity) <= start) from++;
    const spans: Span[] = [];
    for (let index = from; index < found.length; index++) {
      const span = found[index];
      if (!span || span.start >= start + text.length) break;
      spans.push({
        ...span,
        start: Math.max(span.start - start, 0),
        end: Math.min(span.end - start, text.length),
      });
    }
    all.push(...spans);
    return { text: replaceSpans(text, spans, label), isChanged: spans.length > 0 };
  };
  const counts: Counts = {};
  const rebuild = (each: unknown): unknown => {
    if (typeof each === 'string') {
      const inner = parsedJson(each);
      if (!inner) return redacted().text;
      const nested = redactJson(inner, detector);
      addCounts(counts, nested.counts);
      return JSON.stringify(nested.value);
    }
    if (typeof each === 'number') {
      const { text, isChanged } = redacted();
      return isChanged ? text : each;
    }
    if (Array.isArray(each)) return each.map(rebuild);
    if (!isObject(each)) return each;
    let renamed = 0;
    return Object.fromEntries(
      Object.entries(each).map(([name, member]) => {
        const isHarmless = detector.detect(name).length === 0;
        return [isHarmless ? name : `redacted ${++renamed}`, rebuild(member)];
      }),
    );
  };
  const rebuilt = rebuild(value);
  addCounts(counts, countByCategory(all));
  return { value: rebuilt, counts };
}

/** Adds the counts of one redaction to those of others. */
export function addCounts(total: Counts, more: Counts): void {
  for (const [category, count] of Object.entries(more)) {
    const name = category as keyof Counts;
    total[name] = (total[name] ?? 0) + count;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
