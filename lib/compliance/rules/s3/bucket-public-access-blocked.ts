import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const bucketPublicAccessBlocked: Rule = {
  id: 's3-bucket-public-access-blocked',
  title: 'buckets block public access in all four ways',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'One ACL or policy written by mistake publishes the bucket; the block overrules it.',
  fix: `set ${SWITCHES.join(', ')} of PublicAccessBlockConfiguration to true`,
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const block = bucket.property('PublicAccessBlockConfiguration');
    return SWITCHES.flatMap((name) => requireLiteral(block.at(name), isTrue, 'must be true'));
  },
};
