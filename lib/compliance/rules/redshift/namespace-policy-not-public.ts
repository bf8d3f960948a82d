import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const namespacePolicyNotPublic: Rule = {
  id: 'redshift-namespace-policy-not-public',
  title: "no policy of a warehouse's namespace lets everybody in",
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A policy open to everybody lets others send data into the warehouse.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::Redshift::Cluster'],
  check(cluster, template) {
    return publicStatements(cluster.property('NamespaceResourcePolicy'), template);
  },
};
