/**
 * What Bedrock writes into its invocation log beside a call: ids of ours, so that its record and ours can be joined. At most 16
 * pairs; names of 1 to 256 and values of up to 256 characters of `[a-zA-Z0-9\s:_@$#=/+,-.]`. Source: Bedrock API reference, Converse,
 * `requestMetadata`.
 */
export function requestMetadata(ids: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(ids)
      .slice(0, MOST_PAIRS)
      .map(([name, value]) => [name, value.replaceAll(OTHERS, '-').slice(0, LONGEST)]),
  );
}

const MOST_PAIRS = 16;
const LONGEST = 256;
const OTHERS = /[^a-zA-Z0-9:_@$#=/+,.-]/gu;
