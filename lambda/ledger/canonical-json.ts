/** What records are made of: RFC 8785 without its hard part, numbers with a fraction. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue | undefined };

/**
 * The one way to write a value: names sorted by UTF-16 units, no blanks, what is undefined left out. So one record has one
 * hash, and two readers cannot see two records in one line.
 *
 * @throws TypeError a number that is no safe integer
 */
export function canonicalJson(value: CanonicalValue): string {
  return written(value, wholeNumber);
}

/**
 * The same of whatever `JSON.parse` made, fractions included: for what is compared by digest for a day, and in no record.
 */
export function sortedJson(value: unknown): string {
  return written(value as CanonicalValue, String);
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new TypeError('canonical JSON of the ledger holds whole numbers only');
  }
  return JSON.stringify(value);
}

function written(value: CanonicalValue, numberOf: (value: number) => string): string {
  if (typeof value === 'number') return numberOf(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map((each) => written(each, numberOf)).join(',')}]`;
  let members = '';
  for (const name of sortedNames(value)) {
    const member = value[name];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${written(member, numberOf)}`;
  }
  return `{${members}}`;
}

/** Whether JSON.parse made it of a text with names in order and whole numbers only. Faster than to write it anew. */
export function isInOrder(value: CanonicalValue): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (isList(value)) return value.every(isInOrder);
  let last = '';
  for (const name in value) {
    if (name < last || !isInOrder(value[name] ?? null)) return false;
    last = name;
  }
  return true;
}

function sortedNames(value: object): readonly string[] {
  const names = Object.keys(value);
  for (let index = 1; index < names.length; index += 1) {
    if ((names[index - 1] ?? '') > (names[index] ?? '')) return names.sort();
  }
  return names;
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
