import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const performanceInsights: Rule = {
  id: 'docdb-performance-insights',
  title: 'the load of DocumentDB instances is recorded by Performance Insights',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Without it nobody can tell afterwards what an instance was busy with.',
  fix: 'set EnablePerformanceInsights to true',
  resourceTypes: ['AWS::DocDB::DBInstance'],
  check(instance) {
    return requireLiteral(instance.property('EnablePerformanceInsights'), isTrue, 'must be true');
  },
};
