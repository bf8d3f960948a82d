import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const eventDataStoreRetained: Rule = {
  id: 'cloudtrail-event-data-store-retained',
  title: 'event data stores outlive their stack',
  severity: 'warning',
  controls: ['164.310(d)(2)(iv)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A deleted stack, or a property whose change replaces the resource, would take what it holds along.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(store) {
    return requireRetained(store);
  },
};
