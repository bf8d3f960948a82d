import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const logValidation: Rule = {
  id: 'cloudtrail-log-validation',
  title: 'trails write digests by which a changed log file shows',
  severity: 'error',
  controls: ['164.312(c)(2)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'Without signed digests nobody can prove that the record is complete and unchanged.',
  fix: 'set EnableLogFileValidation to true',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireLiteral(trail.property('EnableLogFileValidation'), isTrue, 'must be true');
  },
};
