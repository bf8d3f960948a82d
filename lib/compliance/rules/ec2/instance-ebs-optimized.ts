import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { machineOf, MACHINE_TYPES, templateOf } from './machine';

export const instanceEbsOptimized: Rule = {
  id: 'ec2-instance-ebs-optimized',
  title: 'machines have bandwidth of their own to their volumes',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Older instance types share it with the network: a busy hour, or an attack, starves the database.',
  fix: 'set EbsOptimized to true',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    const optimized = machineOf(resource).at('EbsOptimized');
    if (resource.type === 'AWS::EC2::Instance' && !optimized.isPresent && templateOf(resource) === 'here')
      return 'not-applicable';
    return requireLiteral(optimized, isTrue, 'must be true');
  },
};
