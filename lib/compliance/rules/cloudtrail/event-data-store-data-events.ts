import type { Rule } from '../../rule';
import { requireSelector, selectorsOf, takesAll } from './selectors';

export const eventDataStoreDataEvents: Rule = {
  id: 'cloudtrail-event-data-store-data-events',
  title: 'event data stores keep who reads and writes S3 objects',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Without selectors a store keeps management events: a query for who saw a record finds nothing.',
  fix: 'add a selector with eventCategory Data for AWS::S3::Object to AdvancedEventSelectors',
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(store) {
    // stores of configuration items or of other sources take no events of CloudTrail
    const selectors = selectorsOf(store);
    if (selectors.every(({ category, wavers }) => category === 'Other' && !wavers)) return 'not-applicable';
    return requireSelector(
      store,
      (selector) => takesAll(selector, 'AWS::S3::Object') && selector.except.length === 0,
      'must take all data events of AWS::S3::Object',
    );
  },
};
