import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isAssembly } from '../template/read-assembly';
import { fixedFolder, globMatcher, isGlob } from './glob';

/** One thing to judge by itself: a template file, a cloud assembly, or standard input. */
export interface Input {
  readonly kind: 'template' | 'assembly' | 'stdin';
  /** How findings call it: relative to the working directory when it lies below. */
  readonly name: string;
  readonly file: string;
  /** False when a folder or a pattern brought it: then it may turn out to be no template. */
  readonly isNamed: boolean;
}

/** What the arguments of a run come to. */
export interface Inputs {
  readonly inputs: readonly Input[];
  /** Arguments that cannot be used, each with what is wrong with it. */
  readonly problems: readonly string[];
}

export const STDIN = '-';

/** Files that may be templates, by their names. */
const CANDIDATE = /\.(?:json|ya?ml|template)$/iu;
/** Folders that hold other people's templates, or none. Those whose names begin with a dot are passed over as well. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '__pycache__']);

/**
 * Finds what to judge, in the order of the arguments; folders in the order of their names.
 * @param workingDirectory absolute
 */
export function findInputs(given: readonly string[], workingDirectory: string): Inputs {
  const found = new Map<string, Input>();
  const problems: string[] = [];
  for (const argument of given) {
    const before = found.size;
    const add = (file: string, kind: Input['kind'], isNamed: boolean) => {
      const known = found.get(file);
      if (known && (known.isNamed || !isNamed)) return;
      const name = kind === 'stdin' ? 'stdin' : displayName(file, workingDirectory);
      found.set(file, { kind, name, file, isNamed });
    };
    try {
      if (argument === STDIN) add(STDIN, 'stdin', true);
      else if (existsSync(path.resolve(workingDirectory, argument))) {
        const location = path.resolve(workingDirectory, argument);
        if (!statSync(location).isDirectory()) add(location, 'template', true);
        else for (const each of contentsOf(location)) add(each.file, each.kind, false);
      } else if (isGlob(argument)) {
        for (const each of matching(argument, workingDirectory)) add(each.file, each.kind, false);
      } else problems.push(`${argument}: no such file or directory`);
    } catch (error) {
      problems.push(`${argument}: cannot be read (${codeOf(error)})`);
      continue;
    }
    const isKnown = found.size === before && !problems.some((problem) => problem.startsWith(`${argument}: `));
    if (isKnown && !isRepeated(argument, found, workingDirectory)) {
      problems.push(`${argument}: nothing in it may be a template or a cloud assembly`);
    }
  }
  return { inputs: [...found.values()], problems };
}

interface Found {
  readonly kind: 'template' | 'assembly';
  readonly file: string;
}

/** Every candidate below a folder; a cloud assembly counts as one. */
function* contentsOf(directory: string): Generator<Found> {
  if (isCloudAssembly(directory)) {
    yield { kind: 'assembly', file: directory };
    return;
  }
  const entries = readdirSync(directory, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !PASSED_OVER.has(entry.name)) yield* contentsOf(file);
      // a link to a folder may lead in a circle, one to a file cannot
    } else if (CANDIDATE.test(entry.name) && (entry.isFile() || statSync(file).isFile())) {
      yield { kind: 'template', file };
    }
  }
}

function* matching(pattern: string, workingDirectory: string): Generator<Found> {
  const folder = path.resolve(workingDirectory, fixedFolder(pattern));
  if (!existsSync(folder)) return;
  const matches = globMatcher(pattern.slice(fixedFolder(pattern).length));
  for (const each of contentsOf(folder)) {
    if (matches(path.relative(folder, each.file).split(path.sep).join('/'))) yield each;
  }
}

/** `manifest.json` alone may be a web page's; the CDK also leaves a file `cdk.out`. */
function isCloudAssembly(directory: string): boolean {
  if (!isAssembly(directory)) return false;
  if (existsSync(path.join(directory, 'cdk.out'))) return true;
  return readFileSync(path.join(directory, 'manifest.json'), 'utf8').includes('"artifacts"');
}

function isRepeated(argument: string, found: ReadonlyMap<string, Input>, workingDirectory: string): boolean {
  const location = path.resolve(workingDirectory, argument);
  return (
    [...found.keys()].some((file) => file === location || file.startsWith(location + path.sep)) ||
    argument === STDIN
  );
}

function displayName(file: string, workingDirectory: string): string {
  const relative = path.relative(workingDirectory, file);
  const isBelow = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return (isBelow ? relative : file).split(path.sep).join('/');
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
}
