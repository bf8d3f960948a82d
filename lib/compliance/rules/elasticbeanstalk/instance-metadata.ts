import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireOption, WITH_OPTIONS } from './option';

export const instanceMetadata: Rule = {
  id: 'elasticbeanstalk-instance-metadata',
  title: 'machines of environments hand out credentials only to their own programs',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Version 1 of the metadata service answers any request that a program can be talked into.',
  fix: 'set aws:autoscaling:launchconfiguration DisableIMDSv1 to true',
  resourceTypes: [...WITH_OPTIONS],
  check(resource) {
    return requireOption(resource, 'aws:autoscaling:launchconfiguration', 'DisableIMDSv1', isTrue, 'true');
  },
};
