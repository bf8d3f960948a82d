import { finding, type Rule } from '../../rule';
import { isAlwaysSet } from '../cloudformation/certainty';
import { companions } from '../cloudformation/companions';

const membersOf = companions(
  ['AWS::RDS::DBInstance'],
  (member) => member.property('DBClusterIdentifier'),
  'DBClusterIdentifier',
);

export const clusterMultiAz: Rule = {
  id: 'rds-cluster-multi-az',
  title: 'clusters have instances in more than one Availability Zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'A cluster of one instance is away for as long as a new one takes to start.',
  fix: 'add a second AWS::RDS::DBInstance to the cluster, or set DBClusterInstanceClass for a Multi-AZ cluster',
  resourceTypes: ['AWS::RDS::DBCluster'],
  check(cluster) {
    // a cluster with a class of its own is always spread over three zones
    if (isAlwaysSet(cluster.property('DBClusterInstanceClass'))) return [];
    return membersOf(cluster).length > 1
      ? []
      : [finding('Properties', 'has fewer than two instances of its own in the assembly')];
  },
};
