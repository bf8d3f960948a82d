import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

export const databaseInVpc: Rule = {
  id: 'kendra-database-in-vpc',
  title: 'databases are indexed through a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['ai'],
  why: 'A database that an index reaches without a VPC is one that the internet reaches too.',
  fix: 'set VpcConfiguration with subnets and security groups',
  resourceTypes: ['AWS::Kendra::DataSource'],
  check(source) {
    return placesOf(
      source,
      'DataSourceConfiguration.DatabaseConfiguration?.VpcConfiguration.SubnetIds',
    ).flatMap((subnets) => requireSet(subnets, 'must name subnets'));
  },
};
