import { DATA_CLASSES } from '../../../contract/data-class';
import { TAGS } from '../../../contract/tags';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { typesOf } from '../cloudformation/places';
import { classIn } from '../../zones/class-of';
import { STORE_TAGS } from '../../zones/store-tags';
import { onTagSets, tagSetsOf, type TagSet } from '../../zones/tag-sets';

const CLASSES = DATA_CLASSES.join(', ');

export const storeClassified: Rule = {
  id: 'governance-store-classified',
  title: 'each store has one of the known classes of data',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(E)', '164.310(d)(1)', '164.308(a)(4)(i)'],
  profiles: ['ai'],
  why: 'Who may read a store, where it may be and which model may see it depend on what it holds; nobody can decide that for a store that does not say.',
  fix: `tag the store with ${TAGS.dataClass}: one of ${CLASSES}`,
  resourceTypes: typesOf(STORE_TAGS),
  check(store) {
    return onTagSets(tagSetsOf(store), observed);
  },
};

function observed(tags: TagSet): readonly Observation[] {
  const { odd, mayLack, isOpen } = classIn(tags);
  if (odd.length > 0)
    return [finding(tags.path, `${TAGS.dataClass} has a value that is no class of data: ${CLASSES}`)];
  if (mayLack) return [finding(tags.path, `do not surely have ${TAGS.dataClass}: what the store holds`)];
  return isOpen ? [unknown(tags.path, `${TAGS.dataClass} cannot be read from the template`)] : [];
}
