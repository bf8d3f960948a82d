import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { whereThere } from '../cloudformation/where-there';
import { requireSet } from '../cloudformation/set';

export const serviceConnectLogged: Rule = {
  id: 'ecs-service-connect-logged',
  title: 'services of a mesh record who called whom',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Calls within the mesh pass no load balancer, so no other log has them.',
  fix: 'set LogConfiguration and AccessLogConfiguration of ServiceConnectConfiguration',
  resourceTypes: ['AWS::ECS::Service'],
  check(service) {
    const connect = service.property('ServiceConnectConfiguration');
    const on = connect.at('Enabled').values.some((value) => value.kind !== 'literal' || isTrue(value.value));
    if (!connect.isPresent || !on) return 'not-applicable';
    return whereThere(connect, (block) => [
      ...requireSet(block.at('LogConfiguration.LogDriver'), 'must name a log driver'),
      ...requireSet(block.at('AccessLogConfiguration.Format'), 'must be a format'),
    ]);
  },
};
