import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { MACHINE_TYPES, machineOf, templateOf } from './machine';

export const instanceProtected: Rule = {
  id: 'ec2-instance-protected',
  title: 'machines cannot be terminated by mistake',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'A machine that holds state is gone with one wrong click, and its evidence with it.',
  fix: 'set DisableApiTermination to true',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    const protection = machineOf(resource).at('DisableApiTermination');
    if (resource.type === 'AWS::EC2::Instance' && !protection.isPresent && templateOf(resource) === 'here')
      return 'not-applicable';
    return requireLiteral(protection, isTrue, 'must be true');
  },
};
