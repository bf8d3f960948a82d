import { allows } from '../policy/allow';
import { reachesAction } from '../policy/pattern';
import { principalPolicies, type Attached } from '../policy/principal-policies';
import type { Statement } from '../policy/statement';
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
  const denying = attached.filter(({ statement }) => isSureDeny(statement));
  const granted = attached
    .flatMap((each) => accessesBy(each, stores))
    .filter(({ store, action }) => !denying.some((deny) => takesBack(deny, store, action, stores)))
    .flatMap((access) => {
      const passes = typeof boundary !== 'object' || passesBoundary(access, boundary, principal, stores);
      return passes === false ? [] : [passes === true ? access : { ...access, isSure: undefined }];
    });
  return {
    accesses: [...granted, ...grantsTo(principal)],
    isLimited: boundary === 'unreadable',
    perhaps: attached.flatMap(({ statement }) => perhapsOpened(statement, stores)),
  };
}

/** What an Allow opens of the stores. */
function accessesBy({ statement, resource: by }: Attached, stores: ZonedStores): readonly Access[] {
  if (statement.effect !== 'Allow') return [];
  return storesOf(statement, by.template, stores).flatMap(({ store, isSure }) => {
    const action = openedBy(statement, store);
    return action === undefined ? [] : { store, action, isSure, path: statement.path, by };
  });
}

function isSureDeny({ effect, wavers, conditions }: Statement): boolean {
  return effect === 'Deny' && !wavers && conditions.length === 0;
}

function takesBack(
  { statement, resource }: Attached,
  store: ZonedStore,
  action: string,
  stores: ZonedStores,
): boolean {
  const isOn =
    statement.notActions.length > 0
      ? !reachesAction(statement.notActions, action)
      : reachesAction(statement.actions, action);
  return (
    isOn &&
    storesOf(statement, resource.template, stores).some(
      (named) => named.store === store && named.isSure === true && named.isWhole,
    )
  );
}

/** Undefined when the boundary cannot be read in full. */
function passesBoundary(
  { store, action }: Access,
  boundary: readonly Statement[],
  principal: Resource,
  stores: ZonedStores,
): boolean | undefined {
  const allowing = boundary.filter((statement) => allows(statement, action));
  const isOn = (statement: Statement) =>
    storesOf(statement, principal.template, stores).some((named) => named.store === store);
  if (allowing.some(isOn)) return true;
  return boundary.some(({ effect, unreadable }) => effect !== 'Deny' && unreadable.length > 0)
    ? undefined
    : false;
}

function perhapsOpened(statement: Statement, { all }: ZonedStores): readonly ZonedStore[] {
  const { effect, unreadable } = statement;
  if (effect === 'Deny' || unreadable.length === 0) return [];
  if (unreadable.some((member) => /^(?:Statement|Effect|(?:Not)?Action)$/u.test(member))) return all;
  return unreadable.some((member) => /^(?:Not)?Resource$/u.test(member))
    ? all.filter((store) => openedBy(statement, store) !== undefined)
    : [];
}
