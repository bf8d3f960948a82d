import type { NetworkMap } from './network-map';

/** JSON with a line for each row of a list, so that two maps can be compared by line. */
export function renderNetworkMap(map: NetworkMap): string {
  return `${objectLines(map)}\n`;
}

function objectLines(object: object): string {
  const members = Object.entries(object).map(
    ([name, value]: [string, unknown]) => `${JSON.stringify(name)}: ${lines(name, value)}`,
  );
  return `{\n${members.join(',\n')}\n}`;
}

function lines(name: string, value: unknown): string {
  if (name === 'proof' && typeof value === 'object' && value !== null) return objectLines(value);
  return Array.isArray(value) && value.length > 0
    ? `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`
    : JSON.stringify(value);
}
