import type { Emulator } from '../support/emulator';
import { LACKS } from '../support/lacks';
import unsupported from './emulator-unsupported.json';

/** A type of the network or of Bedrock that the emulator's CloudFormation does not know, and why the test adds none. */
export interface Unsupported {
  readonly type: string;
  readonly reason: string;
}

/** Reviewed: none of these is deployed anywhere in the test. */
export const UNSUPPORTED: readonly Unsupported[] = unsupported;

/** Types that neither the emulator nor an addition of ours makes, in their order. */
export function unsupportedOf(types: readonly string[], emulator: Emulator): readonly string[] {
  return [...new Set(types)].filter((type) => type.startsWith('AWS::') && !emulator.knows(type)).sort();
}

/** What becomes of each type, by name. */
export function supportTable(types: readonly string[], emulator: Emulator): string {
  const known = [...new Set(types)].filter((type) => emulator.knows(type)).sort();
  return [
    `Network and governance of Bedrock on ${emulator.name}: ${known.length} types made, by`,
    ...known.map((type) => `  ${type}: ${writtenDown(type) ?? emulator.maker(type)}`),
    `Not supported and not deployed here: ${UNSUPPORTED.length} types`,
    ...UNSUPPORTED.map(({ type, reason }) => `  ${type}: ${reason}`),
  ].join('\n');
}

function writtenDown(type: string): string | undefined {
  return LACKS.some((lack) => lack.type === type) ? 'only written down' : undefined;
}
