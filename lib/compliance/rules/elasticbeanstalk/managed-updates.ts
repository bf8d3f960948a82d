import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireOption, WITH_OPTIONS } from './option';

export const managedUpdates: Rule = {
  id: 'elasticbeanstalk-managed-updates',
  title: 'environments patch their platform by themselves',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(4)'],
  why: 'A platform that waits for somebody to update it keeps the holes that everybody knows.',
  fix: 'set aws:elasticbeanstalk:managedactions ManagedActionsEnabled to true',
  resourceTypes: [...WITH_OPTIONS],
  check(resource) {
    return requireOption(
      resource,
      'aws:elasticbeanstalk:managedactions',
      'ManagedActionsEnabled',
      isTrue,
      'true',
    );
  },
};
