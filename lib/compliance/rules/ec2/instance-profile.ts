import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { machineOf, MACHINE_TYPES, templateOf } from './machine';

export const instanceProfile: Rule = {
  id: 'ec2-instance-profile',
  title: 'machines have a role of their own',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Without a role the software on a machine uses access keys that somebody stored on it, and that never change.',
  fix: 'set IamInstanceProfile',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    const profile = machineOf(resource).at('IamInstanceProfile');
    if (resource.type === 'AWS::EC2::Instance' && !profile.isPresent && templateOf(resource) === 'here')
      return 'not-applicable';
    return requirePresent(profile, 'must name an instance profile');
  },
};
