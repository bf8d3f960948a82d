import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const detectorEnabled: Rule = {
  id: 'guardduty-detector-enabled',
  title: 'detectors are on',
  severity: 'error',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'A detector that is off looks like one, and finds nothing.',
  fix: 'set Enable to true',
  resourceTypes: ['AWS::GuardDuty::Detector'],
  check(detector) {
    return requireLiteral(detector.property('Enable'), isTrue, 'must be true');
  },
};
