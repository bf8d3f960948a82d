import type { Rule } from '../../rule';
import { requireSelector } from './selectors';

export const managementEvents: Rule = {
  id: 'cloudtrail-management-events',
  title: 'trails record every management event, reads included',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Changes of keys, policies and roles, and every use of a KMS key and of a model, are management events.',
  fix: 'add a selector with eventCategory Management and no other field (classic: ReadWriteType All, IncludeManagementEvents true, no ExcludeManagementEventSources)',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireSelector(
      trail,
      ({ category, narrowedBy }) => category === 'Management' && narrowedBy.length === 0,
      'must have a selector that takes all management events',
    );
  },
};
