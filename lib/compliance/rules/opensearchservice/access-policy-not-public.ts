import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';
import { isAlwaysSet } from '../cloudformation/certainty';

export const accessPolicyNotPublic: Rule = {
  id: 'opensearchservice-access-policy-not-public',
  title: 'no access policy of a search domain with a public endpoint lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A domain open to everybody is a disclosure of every index in it.',
  fix: 'name the principals in AccessPolicies, add a condition on aws:SourceIp, or place the domain in a VPC',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain, template) {
    // in a VPC its security groups say who reaches it
    if (isAlwaysSet(domain.property('VPCOptions.SubnetIds'))) return 'not-applicable';
    return publicStatements(domain.property('AccessPolicies'), template);
  },
};
