import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

/** The property that holds the policy, by type. */
const POLICIES: Readonly<Record<string, string>> = {
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::ECR::RegistryPolicy': 'PolicyText',
  'AWS::ECR::RepositoryCreationTemplate': 'RepositoryPolicy',
};

export const policyNotPublic: Rule = {
  id: 'ecr-policy-not-public',
  title: 'no repository of images lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Images hold code, addresses and often keys; whoever may push into one runs code next to PHI.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::ECR::Repository', 'AWS::ECR::RegistryPolicy', 'AWS::ECR::RepositoryCreationTemplate'],
  check(resource, template) {
    return publicStatements(resource.property(POLICIES[resource.type] ?? ''), template);
  },
};
