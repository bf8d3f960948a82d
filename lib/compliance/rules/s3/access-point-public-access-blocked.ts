import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const accessPointPublicAccessBlocked: Rule = {
  id: 's3-access-point-public-access-blocked',
  title: 'access points block public access in all four ways, and say so',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'The block of an access point cannot be changed later: what the template says is what reviewers see.',
  fix: 'set all four switches of PublicAccessBlockConfiguration to true',
  resourceTypes: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint', 'AWS::S3Express::AccessPoint'],
  check(point) {
    const block = point.property('PublicAccessBlockConfiguration');
    return SWITCHES.flatMap((name) => requireLiteral(block.at(name), isTrue, 'must be true'));
  },
};
