import { DROPS } from './drops';
import type { Emulator } from './emulator';
import { LACKS } from './lacks';
import type { ReadBack } from './read-back';

const HEADINGS = ['resource type', 'made by', 'created', 'recorded only', 'properties', 'not told'] as const;

/** What was truly created and what only recorded, a line for each resource type; then what no API tells, and why. */
export function table(results: readonly ReadBack[], emulator: Emulator): string {
  const types = [...new Set(results.map(({ resource }) => resource.type))].sort();
  const lines = [
    [...HEADINGS],
    ...types.map((type) =>
      row(
        type,
        emulator,
        results.filter(({ resource }) => resource.type === type),
      ),
    ),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return [
    `Deployed to ${emulator.name}`,
    ...lines.map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    'Not emulated, only written down:',
    ...LACKS.map(({ type, reason }) => `  ${type}: ${reason}`),
    'Not told by any API of the emulator:',
    ...DROPS.map(({ type, property, reason }) => `  ${type} ${property}: ${reason}`),
  ].join('\n');
}

function row(type: string, emulator: Emulator, results: readonly ReadBack[]): string[] {
  if (results.every(({ state }) => state === 'nothing to create')) return [type, '(nothing to create)'];
  if (results.every(({ state }) => state === 'not emulated')) return [type, '(not emulated)'];
  const count = (state: ReadBack['state']): number => results.filter((one) => one.state === state).length;
  let properties = 0;
  let untold = 0;
  for (const result of results) {
    properties += result.properties;
    untold += result.differences.length;
  }
  return [
    type,
    emulator.maker(type),
    ...[count('created'), count('recorded'), properties, untold].map(String),
  ];
}
