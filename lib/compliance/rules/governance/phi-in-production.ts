import { STAGES, type Stage } from '../../../contract/stage';
import { TAGS } from '../../../contract/tags';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { typesOf } from '../cloudformation/places';
import { classIn, isProtected } from '../../zones/class-of';
import { STORE_TAGS } from '../../zones/store-tags';
import { onTagSets, tagSetsOf, type TagSet } from '../../zones/tag-sets';

const PRODUCTION: Stage = 'production';

export const phiInProduction: Rule = {
  id: 'governance-phi-in-production',
  title: 'PHI is in production and nowhere else',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(4)(i)', '164.308(a)(1)(ii)(B)'],
  profiles: ['ai'],
  why: 'A copy of records for a test is used by people who need none of them, on a system that nobody watches; redacted text and limited data sets are PHI still.',
  fix: `tag what is production with ${TAGS.stage}: ${PRODUCTION}; elsewhere use synthetic or de-identified data and say so in ${TAGS.dataClass}`,
  resourceTypes: [...typesOf(STORE_TAGS), 'AWS::Logs::LogGroup'],
  check(store) {
    const holding = tagSetsOf(store).filter((tags) => classIn(tags).classes.some(isProtected));
    if (holding.length === 0) return 'not-applicable';
    return onTagSets(holding, observed);
  },
};

function observed(tags: TagSet): readonly Observation[] {
  const { classes, mayLack: mayHoldNothing } = classIn(tags);
  const { texts, mayLack, isOpen } = tags.of(TAGS.stage);
  const held = classes.filter(isProtected).join(' or ');
  // which class goes with which stage is decided by the same conditions, perhaps
  const isSure = !mayHoldNothing && classes.every(isProtected);
  const elsewhere = texts.some((text) => text !== PRODUCTION);
  if (elsewhere)
    return [
      (isSure ? finding : unknown)(
        tags.path,
        texts.some((text) => !STAGES.some((stage) => stage === text))
          ? `${TAGS.stage} is none of ${STAGES.join(', ')}, and the store holds ${held}`
          : `the store holds ${held} outside of production`,
      ),
    ];
  return mayLack || isOpen
    ? [
        unknown(
          tags.path,
          `the store holds ${held}, and ${TAGS.stage} does not surely say that it is production`,
        ),
      ]
    : [];
}
