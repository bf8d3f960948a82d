import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const containerInsights: Rule = {
  id: 'batch-container-insights',
  title: 'compute environments report what their jobs do',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'Jobs that run long or grow without reason are how an incident shows first.',
  fix: 'set EcsSettings.ContainerInsights to ENHANCED',
  resourceTypes: ['AWS::Batch::ComputeEnvironment'],
  check(environment) {
    return requireLiteral(
      environment.property('EcsSettings.ContainerInsights'),
      (value) => typeof value === 'string' && /^(?:enabled|enhanced)$/iu.test(value),
      'must be ENABLED or ENHANCED',
    );
  },
};
