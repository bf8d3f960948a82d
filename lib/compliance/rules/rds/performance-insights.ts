import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isNeverSet } from '../cloudformation/certainty';

export const performanceInsights: Rule = {
  id: 'rds-performance-insights',
  title: 'the load of databases is recorded by Performance Insights',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Without it nobody can tell afterwards what a database was busy with.',
  fix: 'set EnablePerformanceInsights of an instance, PerformanceInsightsEnabled of a Multi-AZ cluster, to true',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    // the instances of an Aurora cluster say it themselves
    if (database.type === 'AWS::RDS::DBCluster' && isNeverSet(database.property('DBClusterInstanceClass')))
      return 'not-applicable';
    return requireLiteral(
      database.property(
        database.type === 'AWS::RDS::DBCluster' ? 'PerformanceInsightsEnabled' : 'EnablePerformanceInsights',
      ),
      isTrue,
      'must be true',
    );
  },
};
