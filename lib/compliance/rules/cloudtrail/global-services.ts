import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const globalServices: Rule = {
  id: 'cloudtrail-global-services',
  title: 'trails record global services',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(5)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'Sign-ins, and every change in IAM, are events of global services.',
  fix: 'leave IncludeGlobalServiceEvents out, or set it to true',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return allowLiteral(trail.property('IncludeGlobalServiceEvents'), isTrue, 'must be true');
  },
};
