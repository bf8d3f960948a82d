import path from 'node:path';
import type { IConstruct } from 'constructs';
import type { SourceLocation } from '../source-location';

/** Key of the stack trace that aws-cdk-lib (2.276) records where a stack or a resource is created. */
const CREATION_STACK = 'aws:cdk:creationStack';

/**
 * The innermost line of the app's own code that led to a construct: of its own trace, or of the nearest scope that has one.
 * @param root directory; lines of files outside of it are not told, since absolute paths are nobody else's business
 */
export function sourceOf(construct: IConstruct, root: string): SourceLocation | undefined {
  for (const { node } of construct.node.scopes.toReversed()) {
    for (const { type, data } of node.metadata) {
      if (type !== CREATION_STACK || !Array.isArray(data)) continue;
      for (const frame of data) {
        const location = typeof frame === 'string' ? locationOf(frame, root) : undefined;
        if (location) return location;
      }
    }
  }
  return undefined;
}

/** `new Store (/app/lib/store.ts:12:5)`, or the place alone; lines such as `...aws-cdk-lib...` have no place. */
function locationOf(frame: string, root: string): SourceLocation | undefined {
  const place = frame.endsWith(')') ? frame.slice(frame.lastIndexOf('(') + 1, -1) : frame;
  const [, file, line] =
    /^(?:file:\/\/)?(\/[^:]+|[A-Za-z]:[^:]+):([1-9][0-9]{0,8}):[0-9]{1,9}$/u.exec(place) ?? [];
  if (file === undefined || line === undefined) return undefined;
  const relative = path.relative(root, file).split(path.sep);
  // another drive stays absolute
  if (relative[0] === '..' || path.isAbsolute(relative.join(path.sep))) return undefined;
  return relative.includes('node_modules') ? undefined : { file: relative.join('/'), line: Number(line) };
}
