import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { isNeverSet } from '../cloudformation/certainty';

export const enhancedMonitoring: Rule = {
  id: 'rds-enhanced-monitoring',
  title: 'database hosts are watched by enhanced monitoring',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'What the hypervisor sees misses the processes that use up a database host.',
  fix: 'set MonitoringInterval to 1 to 60 seconds, with MonitoringRoleArn',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(instance) {
    if (instance.type === 'AWS::RDS::DBCluster' && isNeverSet(instance.property('DBClusterInstanceClass')))
      return 'not-applicable';
    return requireLiteral(
      instance.property('MonitoringInterval'),
      (seconds) => numberOf(seconds) > 0,
      'must be more than 0 seconds',
    );
  },
};
