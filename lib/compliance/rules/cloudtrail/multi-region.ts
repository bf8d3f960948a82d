import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const multiRegion: Rule = {
  id: 'cloudtrail-multi-region',
  title: 'trails record in every Region',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'An attacker works where nobody records: in a Region that nobody uses.',
  fix: 'set IsMultiRegionTrail to true',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireLiteral(trail.property('IsMultiRegionTrail'), isTrue, 'must be true');
  },
};
