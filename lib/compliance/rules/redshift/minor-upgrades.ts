import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const minorUpgrades: Rule = {
  id: 'redshift-minor-upgrades',
  title: 'warehouses take engine upgrades by themselves',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Engine versions are how security fixes arrive.',
  fix: 'leave AllowVersionUpgrade out, or set it to true',
  resourceTypes: ['AWS::Redshift::Cluster'],
  check(cluster) {
    return allowLiteral(cluster.property('AllowVersionUpgrade'), isTrue, 'must not be false');
  },
};
