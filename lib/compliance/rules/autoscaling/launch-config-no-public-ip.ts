import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const launchConfigNoPublicIp: Rule = {
  id: 'autoscaling-launch-config-no-public-ip',
  title: 'machines of a launch configuration have no public address',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Where nothing is said the subnet decides, and in the default VPC every machine gets a public address.',
  fix: 'set AssociatePublicIpAddress to false',
  resourceTypes: ['AWS::AutoScaling::LaunchConfiguration'],
  check(configuration) {
    return requireLiteral(
      configuration.property('AssociatePublicIpAddress'),
      (value) => value === false || (typeof value === 'string' && value.toLowerCase() === 'false'),
      'must be false',
    );
  },
};
