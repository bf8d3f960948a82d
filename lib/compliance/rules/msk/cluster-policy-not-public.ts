import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const clusterPolicyNotPublic: Rule = {
  id: 'msk-cluster-policy-not-public',
  title: 'no cluster policy lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Whoever may connect may read every topic that the policy names.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::MSK::ClusterPolicy'],
  check(policy, template) {
    return publicStatements(policy.property('Policy'), template);
  },
};
