import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

const LISTS = ['LoadBalancerNames', 'TargetGroupARNs', 'TrafficSources'];

export const groupHealthCheck: Rule = {
  id: 'autoscaling-group-health-check',
  title: 'groups behind a load balancer replace machines that it finds ill',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'By default only a machine that is down is replaced, not one whose application no longer answers.',
  fix: 'set HealthCheckType to ELB, and HealthCheckGracePeriod',
  resourceTypes: ['AWS::AutoScaling::AutoScalingGroup'],
  check(group) {
    const isBehind = LISTS.some((name) => group.property(name).isPresent);
    if (!isBehind) return 'not-applicable';
    return [
      ...requireLiteral(
        group.property('HealthCheckType'),
        (types) => typeof types === 'string' && types.split(',').some((type) => type.trim() === 'ELB'),
        'must be ELB',
      ),
      ...requirePresent(group.property('HealthCheckGracePeriod'), 'must be set'),
    ];
  },
};
