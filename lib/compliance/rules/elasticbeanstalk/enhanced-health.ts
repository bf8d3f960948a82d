import type { Rule } from '../../rule';
import { requireOption, WITH_OPTIONS } from './option';

export const enhancedHealth: Rule = {
  id: 'elasticbeanstalk-enhanced-health',
  title: 'environments report the health of each machine',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.312(b)'],
  profiles: ['strict'],
  why: 'Basic health says that the environment answers, not that one of its machines misbehaves.',
  fix: 'set aws:elasticbeanstalk:healthreporting:system SystemType to enhanced',
  resourceTypes: [...WITH_OPTIONS],
  check(resource) {
    return requireOption(
      resource,
      'aws:elasticbeanstalk:healthreporting:system',
      'SystemType',
      (value) => value === 'enhanced',
      'enhanced',
    );
  },
};
