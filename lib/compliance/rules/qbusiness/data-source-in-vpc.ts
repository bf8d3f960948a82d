import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const dataSourceInVpc: Rule = {
  id: 'qbusiness-data-source-in-vpc',
  title: 'documents are indexed through a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A source that an index reaches without a VPC is one that the internet reaches too.',
  fix: 'set VpcConfiguration with subnets and security groups',
  resourceTypes: ['AWS::QBusiness::DataSource'],
  check(source) {
    return requireSet(source.property('VpcConfiguration.SubnetIds'), 'must name subnets');
  },
};
