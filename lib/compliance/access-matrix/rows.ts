import { groupBy } from '../group-by';
import type { Cell, Door, GuardrailUse, MatrixRow } from './access-matrix';
import { Asker } from './asker';
import { Classes } from './classes';
import { DOOR_FACTS } from './doors';
import type { Estate, Place } from './estate';
import type { Target } from './models';
import type { Principal } from './principals';

/** Evaluations after which the rest is left out and said to be: an assembly may hold more than anybody would wait for. */
const MOST_EVALUATIONS = 200_000;

/** The rows of the matrix; principals that no policy tells apart share one. */
export function rowsOf(
  estate: Estate,
  principals: readonly Principal[],
  targets: readonly Target[],
): { readonly rows: readonly MatrixRow[]; readonly leftOut: readonly string[] } {
  const classes = new Classes(estate, principals);
  const asker = new Asker(estate, principals);
  const groups = groupBy(principals, (principal) => classes.ofPrincipal(principal, asker.needsOf(principal)));
  const rows: MatrixRow[] = [];
  const unasked: string[] = [];
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    const members = [first, ...others].map(({ principal }) => principal);
    if (asker.evaluations > MOST_EVALUATIONS) unasked.push(...members.map(({ name }) => name));
    else rows.push({ principals: members, cells: cellsOf(asker, classes, estate, first, targets) });
  }
  (globalThis as any).EV = asker.evaluations;
  const leftOut =
    unasked.length === 0
      ? []
      : [
          `${unasked.length} principals, as ${MOST_EVALUATIONS} evaluations were made before their turn: ${unasked.join(', ')}`,
        ];
  return { rows, leftOut };
}

function cellsOf(
  asker: Asker,
  classes: Classes,
  estate: Estate,
  asked: Principal,
  targets: readonly Target[],
): readonly Cell[] {
  const byClass = classes.ofTargets(targets, asked);
  const placeClasses = [...groupBy(estate.places, (place) => classes.ofPlace(asked, place)).values()];
  const cells: Cell[] = [];
  for (const facts of DOOR_FACTS) {
    const guardrails: readonly (GuardrailUse | undefined)[] = facts.namesGuardrail
      ? asker.guardrailUses(asked)
      : [undefined];
    for (const places of placeClasses) {
      const [place] = places;
      const isWayIn = place && (place.place.service === undefined || place.place.service === facts.service);
      if (!isWayIn) continue;
      for (const guardrail of guardrails) {
        const said = (target?: Target) => asker.ask({ facts, asked, place, target, guardrail });
        const answers = facts.namesModel
          ? byClass.flatMap((members) => {
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
