import { LABEL_SOURCE } from '../label-walls';
import { label } from '../operators/label';
import { partTitled } from '../operators/titled-name';
import type { Redaction } from '../redactor';

const LABEL = new RegExp(LABEL_SOURCE, 'y');

/**
 * What stands in place of each span. A redactor gives the text as a whole; where one replacement hides the text behind it,
 * so that nobody can tell them apart, all of that text get labels.
 */
export function replacementsOf(
  original: string,
  redaction: Pick<Redaction, 'text' | 'spans'>,
): readonly string[] {
  return readReplacements(original, redaction) ?? redaction.spans.map(label);
}

function readReplacements(
  original: string,
  { text, spans }: Pick<Redaction, 'text' | 'spans'>,
): string[] | undefined {
  const replacements: string[] = [];
  let from = 0;
  let at = 0;
  for (const [index, { start, end }] of spans.entries()) {
    const gap = original.slice(from, start);
    if (!text.startsWith(gap, at)) return undefined;
    at += gap.length;
    const next = original.slice(end, spans[index + 1]?.start);
    const stop =
      labelEnd(text, at, original.slice(start, end)) ?? stopOf(text, at, next, index === spans.length - 1);
    if (stop < at) return undefined;
    replacements.push(text.slice(at, stop));
    at = stop;
    from = end;
  }
  return text.slice(at) === original.slice(from) ? replacements : undefined;
}

/** Where a label ends; a token has the title and the degree of its name beside it. */
function labelEnd(text: string, at: number, value: string): number | undefined {
  const { title, degree } = partTitled(value);
  LABEL.lastIndex = text.startsWith(title, at) ? at + title.length : at;
  if (!LABEL.test(text)) return undefined;
  const end = LABEL.lastIndex;
  return text.startsWith(degree, end) ? end + degree.length : end;
}

/** Of spans without a gap, the last has what stands for all. */
function stopOf(text: string, at: number, next: string, last: boolean): number {
  if (last) return text.length - next.length;
  return next === '' ? at : text.indexOf(next, at);
}
