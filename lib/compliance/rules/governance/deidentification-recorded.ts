import { DEIDENTIFICATION_TAG } from '../../../contract/deidentification-tag';
import { TAGS } from '../../../contract/tags';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { typesOf } from '../cloudformation/places';
import { classIn } from '../../zones/class-of';
import { STORE_TAGS } from '../../zones/store-tags';
import { onTagSets, tagSetsOf, type TagSet } from '../../zones/tag-sets';

const FORM = 'safe-harbor/ID, or expert-determination/ID/YYYY-MM-DD with the last day on which it holds';

export const deidentificationRecorded: Rule = {
  id: 'governance-deidentification-recorded',
  title: 'what is called de-identified names the attestation or determination that says so, in force',
  severity: 'error',
  controls: ['164.514(a)', '164.514(b)(1)', '164.514(b)(2)', '164.502(d)'],
  profiles: ['ai'],
  why: 'There are two ways to de-identify and no third; without a record of one of them the data is PHI, whatever it is called.',
  fix: `tag the store with ${TAGS.deidentification}: ${FORM}; or call it REDACTED, which is PHI still`,
  resourceTypes: typesOf(STORE_TAGS),
  check(store, _template, { asOf }) {
    const called = tagSetsOf(store).filter((tags) => classIn(tags).classes.includes('DEIDENTIFIED'));
    if (called.length === 0) return 'not-applicable';
    return onTagSets(called, (tags) => observed(tags, asOf));
  },
};

function observed(tags: TagSet, asOf: string | undefined): readonly Observation[] {
  const { texts, mayLack, isOpen } = tags.of(TAGS.deidentification);
  const broken = texts.flatMap((text) => faultOf(text, asOf) ?? []);
  const say = (verdict: typeof finding, message: string) =>
    verdict(tags.path, `${TAGS.deidentification} ${message}`);
  if (mayLack) return [say(finding, `does not surely name the record that says so: ${FORM}`)];
  return [
    ...broken.map(({ verdict, message }) => say(verdict, message)),
    ...(isOpen ? [say(unknown, 'cannot be read from the template')] : []),
  ];
}

function faultOf(text: string, asOf: string | undefined) {
  const parts = DEIDENTIFICATION_TAG.exec(text)?.groups;
  if (!parts) return { verdict: finding, message: `has another form than ${FORM}` };
  const until = parts['validUntil'] ?? parts['reviewBy'];
  if (until === undefined) return undefined;
  if (!isDay(until)) return { verdict: finding, message: `ends with a day that no calendar has: ${until}` };
  if (asOf === undefined)
    return { verdict: unknown, message: `holds until ${until}, and nobody said what day it is` };
  return until < asOf ? { verdict: finding, message: `held until ${until}; renew it` } : undefined;
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
