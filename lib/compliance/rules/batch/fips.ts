import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { whereThere } from '../cloudformation/where-there';

export const fips: Rule = {
  id: 'batch-fips',
  title: 'instances that Batch manages encrypt with validated modules',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Only encryption by a module validated under FIPS 140 makes PHI secured in the sense of the Breach Notification Rule.',
  fix: 'set InstanceLaunchTemplate.FipsEnabled to true',
  resourceTypes: ['AWS::Batch::ComputeEnvironment'],
  check(environment) {
    const provider = environment.property('ComputeResources.ManagedInstancesProvider');
    if (!provider.isPresent) return 'not-applicable';
    return whereThere(provider, (managed) =>
      requireLiteral(managed.at('InstanceLaunchTemplate.FipsEnabled'), isTrue, 'must be true'),
    );
  },
};
