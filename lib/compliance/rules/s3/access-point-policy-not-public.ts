import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const accessPointPolicyNotPublic: Rule = {
  id: 's3-access-point-policy-not-public',
  title: 'no policy of an access point lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'An access point is a second door to the bucket, with a policy of its own.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount or aws:SourceVpce',
  resourceTypes: [
    'AWS::S3::AccessPoint',
    'AWS::S3::MultiRegionAccessPointPolicy',
    'AWS::S3Express::AccessPoint',
  ],
  check(point, template) {
    return publicStatements(point.property('Policy'), template);
  },
};
