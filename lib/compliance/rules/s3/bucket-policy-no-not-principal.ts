import { notPrincipalStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const bucketPolicyNoNotPrincipal: Rule = {
  id: 's3-bucket-policy-no-not-principal',
  title: 'policies of buckets allow no NotPrincipal',
  severity: 'error',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'An Allow with NotPrincipal lets in everybody who is not named, strangers included.',
  fix: 'replace NotPrincipal by the principals that are meant',
  resourceTypes: ['AWS::S3::BucketPolicy'],
  check(policy, template) {
    return notPrincipalStatements(policy.property('PolicyDocument'), template);
  },
};
