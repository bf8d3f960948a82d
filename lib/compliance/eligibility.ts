import type { Problem } from './evidence/evidence';
import { AUTHORITY } from './law/eligible-services';
import type { EligibleServices } from './law/eligible-services-file';
import { Settings } from './parameter';
import { InvalidRuleSelection, type RuleSelection, type RuleSet } from './rule-set';
import { eligibleService, listDate } from './rules/governance/eligible-service';
import { daysBetween } from './waivers/days';

/** Days after which a list of eligible services must be compared with the page of AWS; on the last of them it still counts. */
export const LIST_AGE_DAYS = 90;

/**
 * The selection with a list in the place of ours.
 * @throws InvalidRuleSelection when the parameters of the rule say what is on the list as well
 */
export function withEligibleServices(
  selection: RuleSelection,
  list: EligibleServices | undefined,
): RuleSelection {
  if (!list) return selection;
  const { id } = eligibleService;
  const { parameters = {} } = selection;
  if (Object.hasOwn(parameters, id)) {
    throw new InvalidRuleSelection(
      `parameters are given for '${id}', and the list ${list.path}; give one of them`,
    );
  }
  const { namespaces } = list;
  return { ...selection, parameters: { ...parameters, [id]: { namespaces, listDate: list.listDate } } };
}

/** The day of the list that the rules judge by; undefined when none of them looks at it. */
function listDateOf({ rules, parameters }: RuleSet): string | undefined {
  if (!rules.includes(eligibleService)) return undefined;
  return new Settings(parameters[eligibleService.id] ?? {}).of(listDate);
}

/** What must be said of the list's age on a day. It blocks nothing: an old list is not wrong, and a new one is not here. */
export function listProblems(set: RuleSet, asOf: string): readonly Problem[] {
  const day = listDateOf(set);
  if (day === undefined) return [];
  const age = daysBetween(day, asOf);
  if (age <= LIST_AGE_DAYS && age >= 0) return [];
  const compare = `compare it with ${AUTHORITY} and give a newer one`;
  return [
    {
      code: 'ELIGIBLE_SERVICES_OLD',
      message:
        age > LIST_AGE_DAYS
          ? `the list of HIPAA eligible services is of ${day}, ${age} days before ${asOf}; after ${LIST_AGE_DAYS} days ${compare}`
          : `the list of HIPAA eligible services is of ${Number.isNaN(age) ? 'no day that can be read' : `${day}, after ${asOf}`}; ${compare}`,
      blocks: false,
    },
  ];
}
