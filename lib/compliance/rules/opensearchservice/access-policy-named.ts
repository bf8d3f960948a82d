import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const accessPolicyNamed: Rule = {
  id: 'opensearchservice-access-policy-named',
  title: 'access policies of search domains name their principals, also in a VPC',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'In a VPC with an open policy whoever gets into the network may ask everything.',
  fix: 'name the principals in AccessPolicies, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain, template) {
    return publicStatements(domain.property('AccessPolicies'), template);
  },
};
