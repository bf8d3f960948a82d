import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'omics-policy-not-public',
  title: 'no policy on a sequence store lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'Anybody with an AWS account could read the genomes of patients.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::Omics::SequenceStore'],
  check(store) {
    return publicStatements(store.property('S3AccessPolicy'), store.template);
  },
};
