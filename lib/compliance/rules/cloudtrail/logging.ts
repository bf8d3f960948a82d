import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const logging: Rule = {
  id: 'cloudtrail-logging',
  title: 'trails record',
  severity: 'fatal',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A trail that is off looks like one, and records nothing.',
  fix: 'set IsLogging to true',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireLiteral(trail.property('IsLogging'), isTrue, 'must be true');
  },
};
