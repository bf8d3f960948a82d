import { finding, type Rule } from '../../rule';
import { admittedGroups, groupsIn, publicDoorsOf } from './security-groups';

/** Where each kind of database names its security groups. */
const GROUPS = {
  'AWS::RDS::DBInstance': 'VPCSecurityGroups',
  'AWS::RDS::DBCluster': 'VpcSecurityGroupIds',
  'AWS::RDS::DBProxy': 'VpcSecurityGroupIds',
  'AWS::DocDB::DBCluster': 'VpcSecurityGroupIds',
  'AWS::Neptune::DBCluster': 'VpcSecurityGroupIds',
  'AWS::Redshift::Cluster': 'VpcSecurityGroupIds',
  'AWS::ElastiCache::ReplicationGroup': 'SecurityGroupIds',
  'AWS::MemoryDB::Cluster': 'SecurityGroupIds',
  'AWS::OpenSearchService::Domain': 'VPCOptions.SecurityGroupIds',
  'AWS::EFS::MountTarget': 'SecurityGroups',
} as const;
type Store = keyof typeof GROUPS;
const STORES = Object.keys(GROUPS) as [Store, ...Store[]];

export const databaseNotBehindPublicDoor: Rule = {
  id: 'graph-database-not-behind-public-door',
  title: 'no database admits an internet-facing load balancer',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A database one hop from the internet has no application between it and whoever knocks.',
  fix: 'admit the security group of the application, and let only that admit the load balancer',
  resourceTypes: STORES,
  check(store) {
    const groups = store.property(GROUPS[store.type as Store]);
    // groups that another stack made show nothing of whom they admit
    if (groupsIn(groups).length === 0) return 'not-applicable';
    return groups.items().flatMap((item) =>
      groupsIn(item).flatMap((group) => {
        const [door] = [group, ...admittedGroups(group)].flatMap(publicDoorsOf);
        return door
          ? [finding(item.path, `is reached from ${door.logicalId}, which faces the internet`)]
          : [];
      }),
    );
  },
};
