import { allows } from '../policy/allow';
import { reachesAction } from '../policy/pattern';
import { principalPolicies, type Attached } from '../policy/principal-policies';
import type { Statement } from '../policy/statement';
import { every, type Tri } from '../policy/tri';
import type { Resource } from '../template/resource';
import { groupsOf } from './groups-of';
import { grantsTo, type Access } from './grants';
import { openedBy, storesOf, zonedStores, type ZonedStore, type ZonedStores } from './zoned-stores';

export interface Reach {
  readonly accesses: readonly Access[];
  /** Stores that statements may be about of which nobody can read what they are about. */
  readonly perhaps: readonly ZonedStore[];
  /** True when a boundary outside the assembly may allow less. */
  readonly isLimited: boolean;
}

const known = new WeakMap<Resource, Reach>();

/**
 * The data that a role, user, group or permission set may read or write: by its policies in the assembly and those of its
 * groups, within its boundary, less what a Deny without conditions takes back; and by the policies of stores that name it.
 * A condition on an Allow is not taken for a refusal.
 */
export function reachOf(principal: Resource): Reach {
  const reach = known.get(principal);
  if (reach) return reach;
  const found = reaching(principal);
  known.set(principal, found);
  return found;
}

function reaching(principal: Resource): Reach {
  const stores = zonedStores(principal.template.assembly);
  if (stores.all.length === 0) return { accesses: [], perhaps: [], isLimited: false };
  const { attached: own, boundary } = principalPolicies(principal);
  const attached = [...own, ...groupsOf(principal).flatMap((group) => principalPolicies(group).attached)];
  const denials = attached
    .filter(({ statement }) => isSureDeny(statement))
    .map(({ statement, resource }) => boundsOf(statement, resource, stores));
  const limits =
    typeof boundary === 'object'
      ? boundary.map((statement) => boundsOf(statement, principal, stores))
      : undefined;
  const passes = (action: string, store: ZonedStore): Tri =>
    denials.some((denial) => denial.whole.has(store) && isOn(denial.statement, action))
      ? false
      : limits === undefined || withinLimits(limits, action, store);
  return {
    accesses: [...attached.flatMap((each) => accessesBy(each, stores, passes)), ...grantsTo(principal)],
    isLimited: boundary === 'unreadable',
    perhaps: attached.flatMap(({ statement }) => perhapsOpened(statement, stores)),
  };
}

/** What an Allow opens of the stores, and nothing takes back. */
function accessesBy(
  { statement, resource: by }: Attached,
  stores: ZonedStores,
  passes: (action: string, store: ZonedStore) => Tri,
): readonly Access[] {
  if (statement.effect !== 'Allow') return [];
  const opened = new Map(
    stores.doors.flatMap((doors) => {
      const actions = openedBy(statement, doors);
      return actions.length === 0 ? [] : [[doors, actions] as const];
    }),
  );
  // most statements are about no data
  if (opened.size === 0) return [];
  return storesOf(statement, by.template, stores).flatMap(({ store, isSure }) => {
    const answers = (opened.get(store.doors) ?? []).map((action) => ({
      action,
      pass: passes(action, store),
    }));
    const best = answers.find(({ pass }) => pass === true) ?? answers.find(({ pass }) => pass !== false);
    return best
      ? { store, action: best.action, isSure: every([isSure, best.pass]), path: statement.path, by }
      : [];
  });
}

function isSureDeny({ effect, wavers, conditions }: Statement): boolean {
  return effect === 'Deny' && !wavers && conditions.length === 0;
}

/** A statement and the stores it is about, looked up once for all that is compared with it. */
interface Bounds {
  readonly statement: Statement;
  readonly some: ReadonlySet<ZonedStore>;
  readonly whole: ReadonlySet<ZonedStore>;
}

function boundsOf(statement: Statement, from: Resource, stores: ZonedStores): Bounds {
  const named = storesOf(statement, from.template, stores);
  const whole = named.filter(({ isSure, isWhole }) => isSure === true && isWhole);
  return {
    statement,
    some: new Set(named.map(({ store }) => store)),
    whole: new Set(whole.map(({ store }) => store)),
  };
}

function isOn({ actions, notActions }: Statement, action: string): boolean {
  return notActions.length > 0 ? !reachesAction(notActions, action) : reachesAction(actions, action);
}

/** Undefined when the boundary cannot be read in full. */
function withinLimits(limits: readonly Bounds[], action: string, store: ZonedStore): Tri {
  if (limits.some(({ statement, some }) => some.has(store) && allows(statement, action))) return true;
  return limits.some(({ statement: { effect, unreadable } }) => effect !== 'Deny' && unreadable.length > 0)
    ? undefined
    : false;
}

function perhapsOpened(statement: Statement, { all }: ZonedStores): readonly ZonedStore[] {
  const { effect, unreadable } = statement;
  if (effect === 'Deny' || unreadable.length === 0) return [];
  if (unreadable.some((member) => /^(?:Statement|Effect|(?:Not)?Action)$/u.test(member))) return all;
  return unreadable.some((member) => /^(?:Not)?Resource$/u.test(member))
    ? all.filter(({ doors }) => openedBy(statement, doors).length > 0)
    : [];
}
