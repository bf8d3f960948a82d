import { isList, isObject, type Json } from './json';

/** CloudFormation's own documents stay far below; deeper ones are made to exhaust their reader. */
const DEEPEST = 256;
/** Values in one template, those behind YAML aliases counted each time: 50 MB of JSON have some 3 million. */
const MOST_VALUES = 10_000_000;

/** Why a parsed body may not be judged; undefined when it may. Without recursion: it is asked before anything recurses. */
export function bodyProblem(body: Json): string | undefined {
  const values: Json[] = [body];
  const depths: number[] = [0];
  let count = 0;
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    const depth = depths.pop() ?? 0;
    count += 1;
    if (count > MOST_VALUES) return `more than ${MOST_VALUES} values`;
    if (depth > DEEPEST) return `nested deeper than ${DEEPEST} levels`;
    // 1e999 reads as infinite, and infinite is above every threshold
    if (typeof value === 'number' && !Number.isFinite(value)) return 'a number out of range';
    if (!isList(value) && !isObject(value)) continue;
    for (const member of isList(value) ? value : Object.values(value)) {
      if (member === undefined || typeof member === 'string' || typeof member === 'boolean') continue;
      values.push(member);
      depths.push(depth + 1);
    }
  }
  return undefined;
}
