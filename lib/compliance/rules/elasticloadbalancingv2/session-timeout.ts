import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { LISTENER } from './listener';

const hours: Parameter<number> = {
  name: 'hours',
  description: 'longest session of somebody who logged in at the load balancer, in hours',
  default: 8,
};

export const sessionTimeout: Rule = {
  id: 'elasticloadbalancingv2-session-timeout',
  title: 'sessions that a load balancer opens end after a working day',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['hipaa'],
  parameters: [hours],
  why: 'By default a session lasts seven days, on whatever machine the person left it open.',
  fix: 'set SessionTimeout of AuthenticateOidcConfig or AuthenticateCognitoConfig to 43200 seconds or less',
  resourceTypes: [LISTENER, 'AWS::ElasticLoadBalancingV2::ListenerRule'],
  check(resource, _template, settings) {
    const most = settings.of(hours) * 3600;
    const actions = resource.property(resource.type === LISTENER ? 'DefaultActions' : 'Actions');
    return actions
      .items()
      .flatMap((action) => [action.at('AuthenticateOidcConfig'), action.at('AuthenticateCognitoConfig')])
      .filter(({ isPresent }) => isPresent)
      .flatMap((login) =>
        requireLiteral(
          login.at('SessionTimeout'),
          (seconds) => numberOf(seconds) <= most,
          `must be at most ${most} seconds`,
        ),
      );
  },
};
