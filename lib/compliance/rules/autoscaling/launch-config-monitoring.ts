import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const launchConfigMonitoring: Rule = {
  id: 'autoscaling-launch-config-monitoring',
  title: 'machines of a launch configuration report their metrics every minute',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'With a value every five minutes a burst of copying is over before an alarm sees it.',
  fix: 'leave InstanceMonitoring out, or set it to true',
  resourceTypes: ['AWS::AutoScaling::LaunchConfiguration'],
  check(configuration) {
    return allowLiteral(configuration.property('InstanceMonitoring'), isTrue, 'must not be false');
  },
};
