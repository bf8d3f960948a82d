import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const minorUpgrades: Rule = {
  id: 'rds-minor-upgrades',
  title: 'databases take minor upgrades by themselves',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Minor versions are how security fixes of an engine arrive.',
  fix: 'leave AutoMinorVersionUpgrade out, or set it to true',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    return allowLiteral(database.property('AutoMinorVersionUpgrade'), isTrue, 'must not be false');
  },
};
