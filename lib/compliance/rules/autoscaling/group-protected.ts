import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const groupProtected: Rule = {
  id: 'autoscaling-group-protected',
  title: 'groups of machines cannot be deleted by mistake',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'With the group all its machines are terminated at once.',
  fix: 'set DeletionProtection to prevent-force-deletion or prevent-all-deletion',
  resourceTypes: ['AWS::AutoScaling::AutoScalingGroup'],
  check(group) {
    return requireLiteral(
      group.property('DeletionProtection'),
      (value) => typeof value === 'string' && value.startsWith('prevent-'),
      'must be prevent-force-deletion or prevent-all-deletion',
    );
  },
};
