import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const instanceStopProtected: Rule = {
  id: 'ec2-instance-stop-protected',
  title: 'machines of a launch template cannot be stopped by mistake',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'A machine that is stopped answers nobody, and what it held in memory or on an instance store is gone.',
  fix: 'set LaunchTemplateData.DisableApiStop to true',
  // AWS::EC2::Instance has no such property
  resourceTypes: ['AWS::EC2::LaunchTemplate'],
  check(template) {
    return requireLiteral(template.property('LaunchTemplateData.DisableApiStop'), isTrue, 'must be true');
  },
};
