const WORD_SIGN = /[\p{L}\p{N}]/u;

/**
 * Every place where a value stands in a text, as [start, end). Occurrences inside longer words ("Ann" in "Annual") count
 * only where there is no other: a service that read half a word still meant something.
 */
export function occurrencesOf(value: string, text: string): (readonly [number, number])[] {
  if (value === '') return [];
  const all: (readonly [number, number])[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
    all.push([at, at + value.length]);
  const whole = all.filter(([start, end]) => !joined(text, start) && !joined(text, end));
  return whole.length > 0 ? whole : all;
}

/** Whether an edge lies between two letters or figures. */
function joined(text: string, edge: number): boolean {
  return WORD_SIGN.test(text.charAt(edge - 1)) && WORD_SIGN.test(text.charAt(edge));
}
