import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const eventDataStoreRecording: Rule = {
  id: 'cloudtrail-event-data-store-recording',
  title: 'event data stores take in events, from every Region',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A store that is stopped, or of one Region, answers that nothing happened.',
  fix: 'leave IngestionEnabled and MultiRegionEnabled out, or set them to true',
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(store) {
    return ['IngestionEnabled', 'MultiRegionEnabled'].flatMap((name) =>
      allowLiteral(store.property(name), isTrue, 'must be true'),
    );
  },
};
