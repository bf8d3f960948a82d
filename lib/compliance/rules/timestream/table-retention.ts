import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const tableRetention: Rule = {
  id: 'timestream-table-retention',
  title: 'tables of Timestream say how long they keep measurements',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  why: "What is not set is kept for AWS's choice, in memory and on disk.",
  fix: 'set RetentionProperties for the memory store and the magnetic store',
  resourceTypes: ['AWS::Timestream::Table'],
  check(table) {
    return requireSet(table.property('RetentionProperties'), 'must say how long measurements are kept');
  },
};
