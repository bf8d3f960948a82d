/** Turns offsets in code points, as AWS counts, into UTF-16 units of the text. Undefined for what is no offset in it. */
export function codePointOffsets(text: string): (codePoint: number) => number | undefined {
  const starts: number[] = [];
  let unit = 0;
  for (const sign of text) {
    starts.push(unit);
    unit += sign.length;
  }
  starts.push(unit);
  return (codePoint) => starts[codePoint];
}
