import type { Category } from '../../lambda/redaction/category';
import type { LabelledText } from './clinical-notes/text';

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A document whose identifiers are known, and what was removed from it. Offsets are UTF-16 units. */
export interface Judged {
  readonly note: LabelledText;
  readonly removed: readonly Interval[];
}

/** Identifiers: how many there are, and of how many at least half, or all, letters and digits were removed. */
export interface Tally {
  identifiers: number;
  hit: number;
  full: number;
}

export interface Score {
  readonly overall: Tally;
  readonly byCategory: ReadonlyMap<Category, Tally>;
  readonly documents: number;
  readonly words: number;
  /** Removals that touch an identifier; whatever their label says, the identifier goes. */
  readonly right: number;
  /** Removals that touch neither an identifier nor what is neutral. */
  readonly wrong: number;
  /** Documents without an identifier, and how many of these have a removal that is not neutral. */
  readonly plainDocuments: number;
  readonly plainAltered: number;
}

const HIT_FROM = 0.5;

export function score(judged: Iterable<Judged>): Score {
  const overall = emptyTally();
  const byCategory = new Map<Category, Tally>();
  let [documents, words, right, wrong, plainDocuments, plainAltered] = [0, 0, 0, 0, 0, 0];
  for (const { note, removed } of judged) {
    documents += 1;
    words += note.text.match(/\S+/gu)?.length ?? 0;
    const signs = countSigns(note.text);
    const cover = joined(removed);
    for (const span of note.spans) {
      const tally = byCategory.get(span.label) ?? emptyTally();
      byCategory.set(span.label, tally);
      for (const each of [overall, tally]) add(each, coveredShare(span, cover, signs));
    }
    const besideNeutral = removed.filter((each) => !note.ignore.some((other) => touch(each, other)));
    const onIdentifier = removed.filter((each) => note.spans.some((other) => touch(each, other)));
    right += onIdentifier.length;
    wrong += besideNeutral.filter((each) => !onIdentifier.includes(each)).length;
    if (note.spans.length > 0) continue;
    plainDocuments += 1;
    if (besideNeutral.length > 0) plainAltered += 1;
  }
  return { overall, byCategory, documents, words, right, wrong, plainDocuments, plainAltered };
}

/** Not a number where nothing was removed. */
export function precision({ right, wrong }: Score): number {
  return right / (right + wrong);
}

/** Of text without labels every removal counts. */
export function wrongPerThousandWords({ wrong, words }: Score): number {
  return (1000 * wrong) / words;
}

function emptyTally(): Tally {
  return { identifiers: 0, hit: 0, full: 0 };
}

function add(tally: Tally, share: number): void {
  tally.identifiers += 1;
  if (share >= HIT_FROM) tally.hit += 1;
  if (share === 1) tally.full += 1;
}

/** How many letters and digits begin before each unit of the text. */
function countSigns(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  let at = 0;
  for (const sign of text) {
    if (/[\p{L}\p{N}]/u.test(sign)) count += 1;
    before.fill(count, at + 1, at + sign.length + 1);
    at += sign.length;
  }
  return before;
}

function coveredShare(span: Interval, cover: readonly Interval[], signs: Uint32Array): number {
  const between = (start: number, end: number): number => (signs[end] ?? 0) - (signs[start] ?? 0);
  const all = between(span.start, span.end);
  if (all === 0) return cover.some((each) => touch(each, span)) ? 1 : 0;
  let covered = 0;
  for (const { start, end } of cover) {
    const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)];
    if (from < to) covered += between(from, to);
  }
  return covered / all;
}

/** The same places without overlap, so that none counts twice. */
function joined(intervals: readonly Interval[]): Interval[] {
  const list: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else list.push({ start, end });
  }
  return list;
}

function touch(one: Interval, other: Interval): boolean {
  return one.start < other.end && other.start < one.end;
}
