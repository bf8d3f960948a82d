import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const accessPointPolicyNotPublic: Rule = {
  id: 's3objectlambda-access-point-policy-not-public',
  title: 'no policy of an Object Lambda access point lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'The function behind the access point reads with rights of its own, for whoever asks.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::S3ObjectLambda::AccessPointPolicy'],
  check(policy, template) {
    return publicStatements(policy.property('PolicyDocument'), template);
  },
};
