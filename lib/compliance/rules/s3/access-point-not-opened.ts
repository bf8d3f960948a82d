import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

/** All four are on when nothing is said. Source: S3 user guide, "Managing public access to access points". */
const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const accessPointNotOpened: Rule = {
  id: 's3-access-point-not-opened',
  title: 'no access point takes back the block on public access',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'An access point cannot be closed again: its block is fixed when it is made.',
  fix: 'leave PublicAccessBlockConfiguration out, or set all four switches to true',
  resourceTypes: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint', 'AWS::S3Express::AccessPoint'],
  check(point) {
    const block = point.property('PublicAccessBlockConfiguration');
    return SWITCHES.flatMap((name) => allowLiteral(block.at(name), isTrue, 'must be true'));
  },
};
