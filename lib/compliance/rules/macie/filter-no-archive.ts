import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const filterNoArchive: Rule = {
  id: 'macie-filter-no-archive',
  title: 'no filter hides findings of Macie',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'What a filter hides reaches nobody, and the next incident may look like it.',
  fix: 'set Action to NOOP, or drop the filter',
  resourceTypes: ['AWS::Macie::FindingsFilter'],
  check(filter) {
    return allowLiteral(filter.property('Action'), (action) => action !== 'ARCHIVE', 'must not be ARCHIVE');
  },
};
