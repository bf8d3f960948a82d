import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import { isTrue } from '../../template/value';
import { isNeverSet } from '../cloudformation/certainty';

export const notPublic: Rule = {
  id: 'rds-not-public',
  title: 'databases have no public address',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A database that the internet can reach is attacked as soon as it is up.',
  fix: 'set PubliclyAccessible to false',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::RDS::DBShardGroup'],
  check(database) {
    const reachable = database.property('PubliclyAccessible');
    const isPrivate = (value: Json) => !isTrue(value);
    // what is not set depends on the subnets, which may be another's; clusters have it for the Multi-AZ kind only
    return database.type === 'AWS::RDS::DBCluster' && isNeverSet(database.property('DBClusterInstanceClass'))
      ? allowLiteral(reachable, isPrivate, 'must be false')
      : requireLiteral(reachable, isPrivate, 'must be false');
  },
};
