import type { Stretch } from './reading';
import { REACH_AHEAD, REACH_BACK } from './recognizer';

/** The part of a text whose anchors are looked at. */
export type Window = Stretch;

/** The parts of a text whose anchors can see a wall. */
export function windowsAround(walls: readonly Stretch[]): Window[] {
  const windows: { start: number; end: number }[] = [];
  for (const wall of walls) {
    const start = Math.max(0, wall.start - REACH_AHEAD);
    const end = wall.end + REACH_BACK;
    const last = windows.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}

/** Index of the first anchor at or after an offset. */
export function firstFrom(anchors: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((anchors[middle]?.start ?? Number.POSITIVE_INFINITY) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
