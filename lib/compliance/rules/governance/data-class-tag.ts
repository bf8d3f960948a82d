import { TAGS } from '../../../contract/tags';
import type { Parameter } from '../../parameter';
import { finding, unknown, type Rule } from '../../rule';
import { isList } from '../../template/json';
import type { Property } from '../../template/property';
import { placesByType, typesOf } from '../cloudformation/places';
import { STORE_TAGS } from '../../zones/store-tags';

/** Tags that say what a store holds; any of them, whatever its case. */
export const DATA_CLASS_TAGS: readonly string[] = [
  TAGS.dataClass,
  'data-class',
  'data-classification',
  'DataClass',
  'DataClassification',
];

const keys: Parameter<readonly string[]> = {
  name: 'keys',
  description: 'tags that say what a store holds; any of them, whatever its case',
  default: DATA_CLASS_TAGS,
};

export const dataClassTag: Rule = {
  id: 'governance-data-class-tag',
  title: 'stores say what they hold',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(E)', '164.310(d)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(1)'],
  why: 'An inventory that does not tell which stores hold PHI finds none of them in time when one is breached.',
  fix: `tag the store with ${TAGS.dataClass}`,
  resourceTypes: typesOf(STORE_TAGS),
  parameters: [keys],
  check(store, _template, settings) {
    const wanted = settings.of(keys).map((key) => key.toLowerCase());
    return placesByType(store, STORE_TAGS).flatMap((tags) => {
      const answers = tags.alternatives().map((each) => isTagged(each, wanted));
      if (answers.every((answer) => answer === true)) return [];
      const message = 'do not surely say what the store holds';
      return [(answers.includes(false) ? finding : unknown)(tags.path, message)];
    });
  },
};

/** Tags are a list of keys and values, or an object of them. */
function isTagged(tags: Property, wanted: readonly string[]): boolean | undefined {
  const [value] = tags.values;
  if (value?.kind === 'unknown') return undefined;
  if (value?.kind !== 'literal' || !isList(value.value))
    return tags.keys().some((key) => wanted.includes(key.toLowerCase()));
  const members = tags
    .items()
    .flatMap((tag) => tag.alternatives().map((each) => ({ tag, key: each.at('Key') })));
  const sure = members.filter(({ tag }) => tag.values.length === 1);
  if (sure.some(({ key }) => key.texts().some((text) => wanted.includes(text.toLowerCase())))) return true;
  return members.some(({ key }) => key.values.some(({ kind }) => kind === 'unknown')) ? undefined : false;
}
