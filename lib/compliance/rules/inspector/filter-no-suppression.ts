import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const filterNoSuppression: Rule = {
  id: 'inspector-filter-no-suppression',
  title: 'no filter hides findings of Inspector',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'What a filter hides reaches nobody, and the next incident may look like it.',
  fix: 'drop the filter',
  resourceTypes: ['AWS::InspectorV2::Filter'],
  check(filter) {
    return requireLiteral(
      filter.property('FilterAction'),
      (action) => action !== 'SUPPRESS',
      'must not be SUPPRESS',
    );
  },
};
