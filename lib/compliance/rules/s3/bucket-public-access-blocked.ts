import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const bucketPublicAccessBlocked: Rule = {
  id: 's3-bucket-public-access-blocked',
  title: 'buckets block public access in all four ways, and say so',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['strict'],
  why: 'S3 blocks public access only to buckets made since April 2023; what the template says holds for older ones too, and undoes changes by hand.',
  fix: `set ${SWITCHES.join(', ')} of PublicAccessBlockConfiguration to true`,
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const block = bucket.property('PublicAccessBlockConfiguration');
    return SWITCHES.flatMap((name) => requireLiteral(block.at(name), isTrue, 'must be true'));
  },
};
