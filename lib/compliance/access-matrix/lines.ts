import { groupBy } from '../group-by';
import type { Cell, GuardrailUse } from './access-matrix';

/** Cells that read as one line: the same door, models and outcome, whatever the guardrail and the place. */
export interface Line extends Omit<Cell, 'guardrail'> {
  /** Empty for doors that name none. */
  readonly guardrails: readonly GuardrailUse[];
}

const ORDER: readonly Cell['verdict'][] = ['allowed', 'unknown', 'denied'];

/** The cells of a row with what is open first; none is left out. */
export function linesOf(cells: readonly Cell[]): readonly Line[] {
  const lines = cells.map(({ guardrail, ...cell }): Line => ({
    ...cell,
    guardrails: guardrail === undefined ? [] : [guardrail],
  }));
  const byGuardrail = gathered(lines, (line) => ({ ...line, guardrails: [] })).map((same) => ({
    ...same[0],
    guardrails: same.flatMap(({ guardrails }) => guardrails),
  }));
  const byPlace = gathered(byGuardrail, (line) => ({ ...line, from: [] })).map((same) => ({
    ...same[0],
    from: same.flatMap(({ from }) => from),
  }));
  return ORDER.flatMap((verdict) => byPlace.filter((line) => line.verdict === verdict));
}

function gathered<Item>(
  items: readonly Item[],
  alike: (item: Item) => unknown,
): readonly [Item, ...Item[]][] {
  return [...groupBy(items, (item) => JSON.stringify(alike(item))).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as [Item, ...Item[]]],
  );
}
