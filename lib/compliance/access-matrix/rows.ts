import { groupBy } from '../group-by';
import type { Cell, Door, GuardrailUse, MatrixRow } from './access-matrix';
import { Asker } from './asker';
import { Classes, statementsOf } from './classes';
import { DOOR_FACTS } from './doors';
import type { Estate, Place } from './estate';
import type { Target } from './models';
import type { Principal } from './principals';

/** Evaluations after which the rest is left out and said to be: an assembly may hold more than anybody would wait for. */
const MOST_EVALUATIONS = 40_000;
/** Kinds of endpoints, beside those that a principal's policies ask for, that it is asked about. */
export const MOST_OTHER_PLACES = 2;

interface Rows {
  readonly rows: readonly MatrixRow[];
  readonly leftOut: readonly string[];
  /** How often the evaluator was asked. */
  readonly evaluations: number;
}

/**
 * The rows of the matrix; principals that no policy tells apart share one.
 * @param most evaluations
 */
export function rowsOf(
  estate: Estate,
  principals: readonly Principal[],
  targets: readonly Target[],
  most = MOST_EVALUATIONS,
): Rows {
  const classes = new Classes(estate);
  const asker = new Asker(estate, principals);
  const groups = [
    ...groupBy(principals, (principal) => classes.ofPrincipal(principal, asker.needsOf(principal))).values(),
  ];
  const rows = new Map<Principal, MatrixRow>();
  const unasked: string[] = [];
  let skipped = 0;
  // whoever else there is comes last in the table, and is asked first: it is never left out
  for (const [first, ...others] of [...groups].sort(([a], [b]) => standsFor(b) - standsFor(a))) {
    if (!first) continue;
    const members = [first, ...others].map(({ principal }) => principal);
    if (asker.evaluations > most) {
      unasked.push(...members.map(({ name }) => name));
      continue;
    }
    const { places, left } = nearest(classes, estate, first);
    skipped = Math.max(skipped, left);
    rows.set(first, { principals: members, cells: cellsOf(asker, classes, places, first, targets) });
  }
  return {
    rows: groups.flatMap(([first]) => (first && rows.get(first)) ?? []),
    leftOut: [
      ...(skipped > 0
        ? [`up to ${skipped} kinds of VPC endpoints for each principal that its policies do not ask for`]
        : []),
      ...(unasked.length > 0
        ? [
            `${unasked.length} principals, as ${most} evaluations were made before their turn: ${unasked.join(', ')}`,
          ]
        : []),
    ],
    evaluations: asker.evaluations,
  };
}

function standsFor(principal: Principal | undefined): number {
  return principal?.resource ? 0 : 1;
}

function cellsOf(
  asker: Asker,
  classes: Classes,
  placeClasses: readonly (readonly [Place, ...Place[]])[],
  asked: Principal,
  targets: readonly Target[],
): readonly Cell[] {
  const cells: Cell[] = [];
  for (const facts of DOOR_FACTS) {
    const guardrails: readonly (GuardrailUse | undefined)[] = facts.namesGuardrail
      ? asker.guardrailUses(asked)
      : [undefined];
    for (const places of placeClasses) {
      const [place] = places;
      const isWayIn = place.place.service === undefined || place.place.service === facts.service;
      if (!isWayIn) continue;
      for (const guardrail of guardrails) {
        const said = (target?: Target) => asker.ask({ facts, asked, place, target, guardrail });
        const answers = facts.namesModel
          ? classes.ofTargets(targets, asked, place).flatMap((members) => {
              // an endpoint carries calls to its own Region
              const [target] = members;
              const isHere = place.region === undefined || place.region === target.model.region;
              const answer = isHere ? said(target) : undefined;
              return answer ? [{ answer, models: members.map(({ index }) => index) }] : [];
            })
          : [said()].flatMap((answer) => (answer ? [{ answer, models: [] }] : []));
        cells.push(...merged(facts.door, places, guardrail, answers));
      }
    }
  }
  return cells;
}

/** Elsewhere, the endpoints a principal's policies ask for, and the first of the others, by how calls through them fare. */
function nearest(
  classes: Classes,
  estate: Estate,
  asked: Principal,
): { readonly places: readonly (readonly [Place, ...Place[]])[]; readonly left: number } {
  const groups = [...groupBy(estate.places, (place) => classes.ofPlace(asked, place)).values()].flatMap(
    ([first, ...others]) => (first ? [[first, ...others] as [Place, ...Place[]]] : []),
  );
  const named = namedPlaces(asked);
  const near = ([place]: readonly [Place, ...Place[]]) =>
    place.index === 0 || (place.context['aws:SourceVpce'] ?? []).some((id) => named.has(id));
  const others = groupBy(
    groups.filter((group) => !near(group)),
    ([place]) => place.place.service,
  );
  const tried = [...others.values()].flatMap((same) => same.slice(0, MOST_OTHER_PLACES));
  const places = groups.filter((group) => near(group) || tried.includes(group));
  return { places, left: groups.length - places.length };
}

function namedPlaces(asked: Principal): ReadonlySet<string> {
  return new Set(
    statementsOf(asked).flatMap(({ conditions }) =>
      conditions.flatMap(({ key, values }) => (key === 'aws:sourcevpce' ? values : [])),
    ),
  );
}

interface Answered {
  readonly answer: Pick<Cell, 'verdict' | 'only' | 'by'>;
  readonly models: readonly number[];
}

/** Models with the same answer share a cell. */
function merged(
  door: Door,
  places: readonly Place[],
  guardrail: GuardrailUse | undefined,
  answers: readonly Answered[],
): readonly Cell[] {
  const from = places.map(({ index }) => index);
  return [...groupBy(answers, ({ answer }) => JSON.stringify(answer)).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const models = same.flatMap((each) => each.models).sort((a, b) => a - b);
    return [
      {
        door,
        from,
        ...(models.length === 0 ? {} : { models }),
        ...(guardrail === undefined ? {} : { guardrail }),
        ...first.answer,
      },
    ];
  });
}
