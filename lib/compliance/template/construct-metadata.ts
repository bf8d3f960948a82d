import type { SourceLocation } from '../source-location';
import type { ConstructFact, ConstructFacts } from './construct-facts';
import { isList, isObject, own, type Json, type JsonObject } from './json';

/** `… (/app/lib/stack.ts:12:3)`, `at /app/lib/stack.ts:12:3`; as CDK writes frames, shortened. */
const FRAME =
  /(?:^|[\s(])(?<file>(?:file:\/\/)?[^\s()][^()\n]{0,1000}?):(?<line>\d{1,9}):(?<column>\d{1,9})\)?$/u;
/** Not the author's code: packages, Node itself, and jsii's shim for other languages. */
const FOREIGN = /(?:^node:|[\\/]node_modules[\\/]|^<)/u;

/** What a stack's metadata says of its constructs. Source: `aws-cdk-lib/cx-api`, metadata of `aws:cdk:logicalId`. */
export function constructFacts(metadata: JsonObject): ConstructFacts {
  const byPath = new Map<string, ConstructFact>();
  const byLogicalId = new Map<string, ConstructFact>();
  const ambiguous = new Set<string>();
  for (const [key, entries] of Object.entries(metadata)) {
    const listed = isList(entries) ? entries.filter(isObject) : [];
    const named = listed.find((entry) => own(entry, 'type') === 'aws:cdk:logicalId');
    const logicalId = named && own(named, 'data');
    if (!named || typeof logicalId !== 'string') continue;
    const creation = listed.find((entry) => own(entry, 'type') === 'aws:cdk:creationStack');
    const source = firstOwnFrame(own(named, 'trace')) ?? firstOwnFrame(creation && own(creation, 'data'));
    const path = key.replace(/^\//u, '');
    const fact = { path, ...(source ? { source } : {}) };
    byPath.set(path, fact);
    if (byLogicalId.has(logicalId)) ambiguous.add(logicalId);
    byLogicalId.set(logicalId, fact);
  }
  for (const logicalId of ambiguous) byLogicalId.delete(logicalId);
  return { byPath, byLogicalId };
}

function firstOwnFrame(trace: Json | undefined): SourceLocation | undefined {
  for (const frame of isList(trace) ? trace : []) {
    const { file, line, column } = (typeof frame === 'string' ? FRAME.exec(frame)?.groups : undefined) ?? {};
    if (file === undefined || FOREIGN.test(file)) continue;
    return { file: plainPath(file), line: Number(line), column: Number(column) };
  }
  return undefined;
}

function plainPath(file: string): string {
  const path = file.replace(/^at /u, '').replace(/^file:\/\//u, '');
  return path.replaceAll('\\', '/');
}
