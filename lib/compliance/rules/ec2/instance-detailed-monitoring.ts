import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { machineOf, MACHINE_TYPES, templateOf } from './machine';

export const instanceDetailedMonitoring: Rule = {
  id: 'ec2-instance-detailed-monitoring',
  title: 'machines report their metrics every minute',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'With a value every five minutes a burst of copying is over before an alarm sees it.',
  fix: 'set Monitoring of an instance to true, or Monitoring.Enabled of a launch template',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    const monitoring = machineOf(resource).at('Monitoring');
    if (resource.type !== 'AWS::EC2::Instance')
      return requireLiteral(monitoring.at('Enabled'), isTrue, 'must be true');
    if (!monitoring.isPresent && templateOf(resource) === 'here') return 'not-applicable';
    return requireLiteral(monitoring, isTrue, 'must be true');
  },
};
