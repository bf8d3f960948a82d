import { DEIDENTIFICATION_TAG, DEIDENTIFIES_TAG } from '../../../contract/deidentification-tag';
import { TAGS } from '../../../contract/tags';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { tagSetsOf } from '../../zones/tag-sets';
import { reachOf } from '../../zones/reach';
import { crossingsOf, deidentifiesTag, isDeidentified, labelOf } from '../../zones/sides';

export const zoneCrossingRecorded: Rule = {
  id: 'graph-zone-crossing-recorded',
  title: 'a role that crosses from PHI to de-identified data names the records of what it writes',
  severity: 'error',
  controls: ['164.502(d)', '164.514(a)', '164.308(a)(4)(ii)(B)'],
  profiles: ['ai'],
  why: 'The job that de-identifies is the one way out of PHI; whoever may take it is written down, with the record that lets it.',
  fix: `give ${TAGS.deidentifies} the ids in ${TAGS.deidentification} of the stores that the role writes, one blank between two`,
  resourceTypes: ['AWS::IAM::Role'],
  check(role) {
    const tag = deidentifiesTag(role);
    if (!tag) return 'not-applicable';
    const path = 'Properties.Tags';
    if (tag.texts.some((text) => !DEIDENTIFIES_TAG.test(text)))
      return [finding(path, `${TAGS.deidentifies} is no list of ids of records`)];
    const ids = crossingsOf(role);
    if (ids.length === 0) return [unknown(path, `${TAGS.deidentifies} depends on what only the stack knows`)];
    const written = new Set(
      reachOf(role).accesses.flatMap(({ store }) => (isDeidentified(store.zones) ? store : [])),
    );
    return [...written].flatMap((store): readonly Observation[] => {
      const records = recordsOf(store.resource);
      return records.every((record) => ids.includes(record))
        ? []
        : [finding(path, `${TAGS.deidentifies} does not name the record of ${labelOf(store)}`)];
    });
  },
};

/** Ids in the tags of a store; one without is found by the rule on records. */
function recordsOf(store: Resource): readonly string[] {
  return tagSetsOf(store)
    .flatMap((tags) => tags.of(TAGS.deidentification).texts)
    .flatMap((text) => {
      const parts = DEIDENTIFICATION_TAG.exec(text)?.groups;
      return parts?.['attested'] ?? parts?.['determined'] ?? [];
    });
}
