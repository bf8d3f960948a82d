import { isList, isObject, type Json } from './json';

/** CloudFormation's own documents stay far below; deeper ones are made to exhaust their reader. */
const DEEPEST = 256;
/** Values in one template, those behind YAML aliases counted each time: 50 MB of JSON have some 3 million. */
const MOST_VALUES = 10_000_000;

/** A body as far as it was looked through. */
export interface BodyFacts {
  /** Why it may not be judged; undefined when it may. */
  readonly problem: string | undefined;
  /** Members of all its objects. */
  readonly members: number;
}

/** Looks a parsed body through, without recursion: before anything recurses. */
export function bodyFacts(body: Json): BodyFacts {
  let members = 0;
  const refused = (problem: string): BodyFacts => ({ problem, members });
  const values: Json[] = [body];
  const depths: number[] = [0];
  let count = 0;
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    const depth = depths.pop() ?? 0;
    count += 1;
    if (count > MOST_VALUES) return refused(`more than ${MOST_VALUES} values`);
    if (depth > DEEPEST) return refused(`nested deeper than ${DEEPEST} levels`);
    // 1e999 reads as infinite, and infinite is above every threshold
    if (typeof value === 'number' && !Number.isFinite(value)) return refused('a number out of range');
    if (!isList(value) && !isObject(value)) continue;
    const within = isList(value) ? value : Object.values(value);
    if (within !== value) members += within.length;
    for (const member of within) {
      if (member === undefined || typeof member === 'string' || typeof member === 'boolean') continue;
      values.push(member);
      depths.push(depth + 1);
    }
  }
  return { problem: undefined, members };
}
