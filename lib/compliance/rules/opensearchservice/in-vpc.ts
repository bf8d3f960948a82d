import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const inVpc: Rule = {
  id: 'opensearchservice-in-vpc',
  title: 'search domains have no public endpoint',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Outside a VPC the endpoint is on the internet, and one permissive policy opens every index.',
  fix: 'set VPCOptions with private subnets and a security group; it can be set only when the domain is made',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requireSet(domain.property('VPCOptions.SubnetIds'), 'must name subnets');
  },
};
