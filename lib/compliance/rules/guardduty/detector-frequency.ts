import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const detectorFrequency: Rule = {
  id: 'guardduty-detector-frequency',
  title: 'detectors tell of findings within fifteen minutes',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'The default tells again of a finding that goes on only after six hours.',
  fix: 'set FindingPublishingFrequency to FIFTEEN_MINUTES',
  resourceTypes: ['AWS::GuardDuty::Detector'],
  check(detector) {
    return requireLiteral(
      detector.property('FindingPublishingFrequency'),
      (frequency) => frequency === 'FIFTEEN_MINUTES',
      'must be FIFTEEN_MINUTES',
    );
  },
};
