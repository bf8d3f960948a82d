import { unknown, type Observation } from '../rule';
import { reachesAction } from './pattern';
import type { Statement } from './statement';

/** Members of a statement that say who, what, on what and when. */
const MEMBERS = {
  action: ['Action', 'NotAction'],
  resource: ['Resource', 'NotResource'],
  principal: ['Principal', 'NotPrincipal'],
  condition: ['Condition'],
} satisfies Readonly<Record<string, readonly string[]>>;

/** Without these nobody knows what a statement allows. */
const SAYS_WHAT: ReadonlySet<string> = new Set(['Statement', 'Effect', ...MEMBERS.action]);

/** Whether a statement allows an action on something, to somebody, under some condition. */
export function allows(statement: Statement, action: string): boolean {
  if (statement.effect !== 'Allow') return false;
  return statement.notActions.length > 0
    ? !reachesAction(statement.notActions, action)
    : reachesAction(statement.actions, action);
}

/**
 * What is seen on every Allow statement.
 * @param parts members the rule needs: where one of them cannot be read, nothing is claimed about the statement
 * @param concerns whether what it allows is the rule's business: a statement on other actions hides nothing from the rule
 */
export function onEachAllow(
  statements: readonly Statement[],
  parts: readonly (keyof typeof MEMBERS)[],
  observe: (statement: Statement) => readonly Observation[],
  concerns: (statement: Statement) => boolean = () => true,
): readonly Observation[] {
  return statements.flatMap((statement) => {
    if (statement.effect === 'Deny') return [];
    const seen = statement.effect === 'Allow' ? observe(statement) : [];
    if (seen.length > 0) return seen;
    if (statement.unreadable.length === 0) return [];
    if (!statement.unreadable.some((member) => SAYS_WHAT.has(member)) && !concerns(statement)) return [];
    const hidden = statement.unreadable.filter(
      (member) =>
        member === 'Statement' || member === 'Effect' || parts.some((part) => MEMBERS[part].includes(member)),
    );
    return hidden.length === 0
      ? []
      : [unknown(statement.path, `${[...new Set(hidden)].join(', ')} cannot be read from the template`)];
  });
}
