import { matchesAction } from '../policy/statement-match';
import type { Statement } from '../policy/statement';

/** Statements that are asked together, sorted by action: most of them say nothing of any one. */
export class Layer {
  readonly #byAction = new Map<string, readonly Statement[]>();

  constructor(readonly statements: readonly Statement[]) {}

  /** Whether two actions are spoken of by the same statements, each of which names both: they then get the same answer. */
  treatsAlike(one: string, other: string): boolean {
    const [first, second] = [this.for(one), this.for(other)];
    return (
      first.length === second.length &&
      first.every((statement, index) => statement === second[index]) &&
      first.every(namesPlainly)
    );
  }

  /** Those that may speak of an action. The others would change no decision. */
  for(action: string): readonly Statement[] {
    const known = this.#byAction.get(action);
    if (known) return known;
    const found = this.statements.filter((statement) => mayConcern(statement, action));
    this.#byAction.set(action, found);
    return found;
  }
}

/** False only when a statement surely says nothing of an action. */
export function mayConcern({ actions, notActions, unreadable, wavers }: Statement, action: string): boolean {
  if (unreadable.some((member) => member === 'Statement' || member === 'Action' || member === 'NotAction'))
    return true;
  if (notActions.length > 0)
    return wavers || notActions.every((pattern) => matchesAction(pattern, action) !== true);
  return actions.some((pattern) => matchesAction(pattern, action) !== false);
}

/** True when there is no doubt which actions a statement names. */
function namesPlainly({ actions, notActions, unreadable, wavers }: Statement): boolean {
  return (
    !wavers && unreadable.length === 0 && ![...actions, ...notActions].some((text) => text.includes('${'))
  );
}
