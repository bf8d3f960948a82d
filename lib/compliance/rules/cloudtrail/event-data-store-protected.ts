import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const eventDataStoreProtected: Rule = {
  id: 'cloudtrail-event-data-store-protected',
  title: 'event data stores are protected from deletion',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'Who breaks in deletes the record first.',
  fix: 'leave TerminationProtectionEnabled out, or set it to true',
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(store) {
    return allowLiteral(store.property('TerminationProtectionEnabled'), isTrue, 'must be true');
  },
};
