import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isClusterMember } from './cluster-member';

export const multiAz: Rule = {
  id: 'rds-multi-az',
  title: 'database instances have a standby in another Availability Zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Without a standby a failed zone means a restore from backup, and hours without records.',
  fix: 'set MultiAZ to true',
  resourceTypes: ['AWS::RDS::DBInstance'],
  check(instance) {
    if (isClusterMember(instance)) return 'not-applicable';
    return requireLiteral(instance.property('MultiAZ'), isTrue, 'must be true');
  },
};
