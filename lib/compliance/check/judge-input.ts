import { readFileSync } from 'node:fs';
import type { RuleSet } from '../rule-set';
import type { Assembly } from '../template/assembly';
import type { JsonObject } from '../template/json';
import { readAssembly, readTemplateBytes } from '../template/read-assembly';
import { NoTemplate, UnreadableInput } from '../template/unreadable-input';
import { checkReport, type CheckReport } from './check-report';
import type { Input } from './inputs';

/** What became of one input. Plain data: it crosses from thread to thread. */
export type InputResult =
  | {
      readonly kind: 'judged';
      readonly report: CheckReport;
      /** Which of the given parameters it has. */
      readonly declared: readonly string[];
    }
  | { readonly kind: 'no-template' }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Never throws for what an input holds. */
export function judgeInput(input: Input, set: RuleSet, given: JsonObject): InputResult {
  try {
    const assembly = read(input, given);
    if (!assembly) return { kind: 'no-template' };
    const declared = Object.keys(given).filter((name) =>
      assembly.templates.some((each) => each.parameter(name)),
    );
    return { kind: 'judged', report: checkReport(assembly, set.rules, set.parameters, set.asOf), declared };
  } catch (error) {
    if (error instanceof UnreadableInput) return { kind: 'unreadable', message: error.message };
    // what is left are limits of the machine, a stack that overflows before all; nothing may pass for that
    const kind = error instanceof Error ? error.name : 'error';
    return { kind: 'unreadable', message: `${input.name}: cannot be judged (${kind})` };
  }
}

/** Undefined for what a folder brought along that is no template. */
function read({ kind, name, file, isNamed }: Input, given: JsonObject): Assembly | undefined {
  if (kind === 'assembly') return readAssembly(file, { name, given });
  const bytes = readBytes(file, name);
  const claim = isNamed ? 'named' : claimOf(bytes);
  if (claim === 'none') return undefined;
  try {
    return readTemplateBytes(bytes, { name, given });
  } catch (error) {
    if (error instanceof NoTemplate && claim === 'mentions') return undefined;
    throw error;
  }
}

/**
 * What a file says of being a template, before it is read: one that claims to be and cannot be read must not pass for
 * something else.
 */
function claimOf(bytes: Buffer): 'says' | 'mentions' | 'none' {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const has = (text: string) =>
    bytes.includes(text) || (isUtf16 && (bytes.includes(text, 0, 'utf16le') || bytes.includes(big(text))));
  if (has('AWSTemplateFormatVersion')) return 'says';
  return has('Resources') && (has('AWS::') || has('Custom::') || has('Alexa::')) ? 'mentions' : 'none';
}

const big = (text: string) => Buffer.from(text, 'utf16le').swap16();

function readBytes(file: string, name: string): Buffer {
  try {
    // `-`: the descriptor of standard input, to its end
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    throw new UnreadableInput(`${name}: cannot be read (${code})`);
  }
}
