import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

export const launchConfigHopLimit: Rule = {
  id: 'autoscaling-launch-config-hop-limit',
  title: 'the credentials of a machine of a launch configuration do not leave it',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['strict'],
  why: 'With more than one hop, containers and proxies on the machine can ask for the credentials of its role.',
  fix: 'set MetadataOptions.HttpPutResponseHopLimit to 1, or leave it out',
  resourceTypes: ['AWS::AutoScaling::LaunchConfiguration'],
  check(configuration) {
    return allowLiteral(
      configuration.property('MetadataOptions.HttpPutResponseHopLimit'),
      (hops) => numberOf(hops) <= 1,
      'must be 1',
    );
  },
};
