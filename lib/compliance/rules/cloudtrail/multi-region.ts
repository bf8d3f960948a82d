import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const multiRegion: Rule = {
  id: 'cloudtrail-multi-region',
  title: 'trails record, in every Region and for global services',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'An attacker works where nobody records: in an unused Region, or through IAM and STS.',
  fix: 'set IsLogging and IsMultiRegionTrail to true; leave IncludeGlobalServiceEvents out or set it to true',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return [
      ...requireLiteral(trail.property('IsLogging'), isTrue, 'must be true'),
      ...requireLiteral(trail.property('IsMultiRegionTrail'), isTrue, 'must be true'),
      ...allowLiteral(trail.property('IncludeGlobalServiceEvents'), isTrue, 'must be true'),
    ];
  },
};
