import lacks from '../emulator-lacks.json';
import type { ReadBack } from './read-back';

/** A resource type whose service the emulator has not, reviewed: it is written down and nothing more. */
export interface Lack {
  readonly type: string;
  readonly reason: string;
}

export const LACKS: readonly Lack[] = lacks;

export function isLacking(type: string): boolean {
  return LACKS.some((lack) => lack.type === type);
}

/** Entries of the list that nothing deployed needs. */
export function needless(results: readonly ReadBack[]): readonly string[] {
  const deployed = new Set(results.map(({ resource }) => resource.type));
  return LACKS.map(({ type }) => type).filter((type) => !deployed.has(type));
}
