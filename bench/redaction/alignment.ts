/** A place in a text, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

interface Token extends Place {
  readonly sign: string;
}

// Beyond this many differences the two are no longer versions of one text, and memory would grow with the square
const MOST_DIFFERENCES = 4000;
const PLACEHOLDER = '\u0000';

/**
 * Where a redacted text lacks what its original has: the shortest list of differences (Myers, An O(ND) Difference
 * Algorithm, 1986), token by token, then sign by sign beside a placeholder.
 * @param placeholder global pattern of what the redactor puts in
 * @returns undefined where the two are too far apart to tell
 */
export function removedPlaces(original: string, redacted: string, placeholder: RegExp): Place[] | undefined {
  const before = tokens(original);
  const after = tokensBesidePlaceholders(redacted, placeholder);
  const kept = keptTokens(before, after);
  if (!kept) return undefined;
  const places: Place[] = [];
  for (const { from, to, inserted } of blocks(before, after, kept)) {
    const first = before[from];
    const last = before[to - 1];
    if (!first || !last) continue;
    const place = withoutKeptEdges(original, { start: first.start, end: last.end }, inserted);
    if (/[\p{L}\p{N}]/u.test(original.slice(place.start, place.end))) places.push(place);
  }
  return places;
}

function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+|[^]/gu)].map(({ 0: sign, index }) => ({
    sign,
    start: index,
    end: index + sign.length,
  }));
}

function tokensBesidePlaceholders(text: string, placeholder: RegExp): Token[] {
  const list: Token[] = [];
  let from = 0;
  const addText = (until: number): void => {
    list.push(...tokens(text.slice(from, until)));
  };
  for (const { 0: found, index } of text.matchAll(placeholder)) {
    addText(index);
    list.push({ sign: PLACEHOLDER, start: index, end: index + found.length });
    from = index + found.length;
  }
  addText(text.length);
  return list;
}

/** Pairs of equal tokens, as indexes into both lists, in order. */
function keptTokens(before: readonly Token[], after: readonly Token[]): [number, number][] | undefined {
  const history: Int32Array[] = [];
  const offset = MOST_DIFFERENCES + 1;
  const furthest = new Int32Array(2 * offset + 1);
  for (let differences = 0; differences <= MOST_DIFFERENCES; differences++) {
    history.push(furthest.slice(offset - differences - 1, offset + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down =
        diagonal === -differences ||
        (diagonal !== differences &&
          (furthest[offset + diagonal - 1] ?? 0) < (furthest[offset + diagonal + 1] ?? 0));
      let x = down ? (furthest[offset + diagonal + 1] ?? 0) : (furthest[offset + diagonal - 1] ?? 0) + 1;
      while (x < before.length && before[x]?.sign === after[x - diagonal]?.sign) x += 1;
      furthest[offset + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkBack(before, after, history);
    }
  }
  return undefined;
}

function walkBack(
  before: readonly Token[],
  after: readonly Token[],
  history: readonly Int32Array[],
): [number, number][] {
  const kept: [number, number][] = [];
  let x = before.length;
  let y = after.length;
  for (let differences = history.length - 1; differences >= 0; differences--) {
    const reach = (diagonal: number): number => history[differences]?.[diagonal + differences + 1] ?? 0;
    const diagonal = x - y;
    const down =
      diagonal === -differences || (diagonal !== differences && reach(diagonal - 1) < reach(diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const startX = differences === 0 ? 0 : reach(previous) + (down ? 0 : 1);
    while (x > startX) kept.push([--x, --y]);
    x = differences === 0 ? 0 : reach(previous);
    y = x - previous;
  }
  return kept.reverse();
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly inserted: readonly Token[];
}

/** Runs of tokens that are gone, each with what stands in their place. */
function blocks(
  before: readonly Token[],
  after: readonly Token[],
  kept: readonly [number, number][],
): Block[] {
  const list: Block[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...kept, [before.length, after.length] as const]) {
    if (nextX > x) list.push({ from: x, to: nextX, inserted: after.slice(y, nextY) });
    [x, y] = [nextX + 1, nextY + 1];
  }
  return list;
}

/** `AB1234` that became `AB[NUMBER]` lost only the figures. */
function withoutKeptEdges(original: string, { start, end }: Place, inserted: readonly Token[]): Place {
  const first = inserted.findIndex(({ sign }) => sign === PLACEHOLDER);
  if (first === -1) return { start, end };
  const last = inserted.findLastIndex(({ sign }) => sign === PLACEHOLDER);
  const text = (part: readonly Token[]): string => part.map(({ sign }) => sign).join('');
  const head = text(inserted.slice(0, first));
  const tail = text(inserted.slice(last + 1));
  const removed = original.slice(start, end);
  return {
    start: removed.startsWith(head) ? start + head.length : start,
    end: removed.endsWith(tail) && tail.length + head.length <= removed.length ? end - tail.length : end,
  };
}
