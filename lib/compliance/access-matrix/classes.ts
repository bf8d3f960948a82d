import { holds } from '../policy/condition';
import { contextOf } from '../policy/request';
import type { Condition, Statement } from '../policy/statement';
import { groupBy } from '../group-by';
import { requestOf, type Ask } from './decide';
import type { Estate, Place } from './estate';
import { Lists } from './lists';
import type { Target } from './models';
import type { Principal } from './principals';

/** Keys of the caller, and of the place a call comes from: whoever answers all conditions on them alike is treated alike. */
const OF_CALLER = /^aws:(?:principal|user)/u;
const OF_PLACE = /^aws:(?:sourcevpc|sourcevpce|vpce)/u;

/** Says which members of an estate no policy can tell apart, so that one of them is evaluated for all. */
export class Classes {
  readonly #estate: Estate;
  readonly #shared: readonly Statement[];
  readonly #sharedConditions: readonly Condition[];
  readonly #policies = new Map<Place, string>();
  readonly #control: Lists;
  readonly #ofPlaces = new Map<Place, Lists>();
  readonly #ofPrincipals = new WeakMap<Principal, Lists>();

  constructor(estate: Estate) {
    this.#estate = estate;
    this.#shared = estate.shared();
    this.#sharedConditions = distinct(this.#shared.flatMap(({ conditions }) => conditions));
    this.#control = new Lists(estate.control());
  }

  /** @param needs what the key of the guardrail and the guardrail itself answer the principal */
  ofPrincipal(principal: Principal, needs: string): string {
    const own = statementsOf(principal);
    const { asking, account, region } = principal;
    // who is named, or looked at by a variable, is somebody of his own
    const isOneself =
      [...own, ...this.#shared].some(hasVariable) ||
      this.#shared.some(({ principals, notPrincipals }) =>
        [...principals, ...notPrincipals].some((name) => name !== '*'),
      );
    const conditions = distinct([...own.flatMap((each) => each.conditions), ...this.#sharedConditions]);
    return JSON.stringify([
      principal.principal.kind,
      account,
      region,
      principal.boundary !== undefined,
      own.map(withoutPath),
      own.map(({ path }) => sidIn(this.#estate, path)),
      isOneself ? principal.principal.name : '',
      this.#answers(conditions, OF_CALLER, principal, this.#elsewhere()),
      asking.tags ?? {},
      needs,
    ]);
  }

  /** Places from which a principal's calls fare alike. */
  ofPlace(principal: Principal, place: Place): string {
    const conditions = distinct([
      ...statementsOf(principal).flatMap((each) => each.conditions),
      ...this.#sharedConditions,
    ]);
    return JSON.stringify([
      place.region,
      place.place.service,
      this.#policyOf(place),
      this.#answers(conditions, OF_PLACE, principal, place),
    ]);
  }

  /** Models that are in the same lists, of a principal, of an endpoint and of the organization. */
  ofTargets(
    targets: readonly Target[],
    principal: Principal,
    place: Place,
  ): readonly (readonly [Target, ...Target[]])[] {
    const lists = [this.#control, this.#listsOfPlace(place), this.#listsOfPrincipal(principal)];
    const groups = groupBy(targets, (target) =>
      JSON.stringify([
        target.model.region,
        target
          .steps(principal.account)
          .map(({ arn, requestedRegion, profile }) => [
            requestedRegion,
            ...lists.map((each) => each.with(arn, profile)),
          ]),
      ]),
    );
    return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
  }

  #listsOfPlace(place: Place): Lists {
    const known = this.#ofPlaces.get(place) ?? new Lists(place.policy?.statements ?? []);
    this.#ofPlaces.set(place, known);
    return known;
  }

  #listsOfPrincipal(principal: Principal): Lists {
    const known = this.#ofPrincipals.get(principal) ?? new Lists(statementsOf(principal));
    this.#ofPrincipals.set(principal, known);
    return known;
  }

  #policyOf(place: Place): string {
    const known = this.#policies.get(place);
    if (known !== undefined) return known;
    const policy = JSON.stringify(place.policy?.statements.map(withoutPath) ?? '');
    this.#policies.set(place, policy);
    return policy;
  }

  #answers(conditions: readonly Condition[], keys: RegExp, principal: Principal, place: Place): string {
    const ask: Ask = { action: 'bedrock:InvokeModel', arn: '*', requestedRegion: principal.region };
    const lookup = contextOf(requestOf(this.#estate, principal, place, ask));
    return conditions
      .filter(({ key }) => keys.test(key))
      .map((condition) => String(holds(condition, { variables: true, lookup })))
      .join(' ');
  }

  #elsewhere(): Place {
    return this.#estate.places[0] ?? { place: { name: 'elsewhere' }, index: 0, context: {} };
  }
}

export function statementsOf({ identity, boundary }: Principal): readonly Statement[] {
  return [...identity.statements, ...(boundary?.statements ?? [])];
}

/** `${aws:username}` and its like; open places of templates have no single colon. */
function hasVariable({ resources, notResources, conditions }: Statement): boolean {
  return [...resources, ...notResources, ...conditions.flatMap(({ values }) => values)].some((text) =>
    /\$\{[a-z0-9-]+:(?!:)/iu.test(text),
  );
}

function distinct(conditions: readonly Condition[]): readonly Condition[] {
  return [...new Map(conditions.map((each) => [JSON.stringify(each), each])).values()];
}

/** Statements that say the same by other names are told apart: the table names them. */
function sidIn(estate: Estate, path: string): string {
  return estate.labels.causeOf(path).sid ?? '';
}

function withoutPath(statement: Statement): Omit<Statement, 'path'> {
  const { path: _path, ...said } = statement;
  return said;
}
