import type { Parameter } from '../../parameter';
import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';

const hours: Parameter<number> = {
  name: 'hours',
  description: 'longest session in hours; the service knows 8, 10, 12 and 24',
  default: 12,
};

export const clientVpnSession: Rule = {
  id: 'ec2-client-vpn-session',
  title: 'sessions of a client VPN end after a working day',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['hipaa'],
  parameters: [hours],
  why: 'By default a session lasts 24 hours, and a laptop that is left on stays inside the network all night.',
  fix: 'set SessionTimeoutHours to 12 or less, and leave DisconnectOnSessionTimeout true',
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(vpn, _template, settings) {
    const most = settings.of(hours);
    return [
      ...requireLiteral(
        vpn.property('SessionTimeoutHours'),
        (value) => numberOf(value) <= most,
        `must be at most ${most}`,
      ),
      ...allowLiteral(vpn.property('DisconnectOnSessionTimeout'), isTrue, 'must not be false'),
    ];
  },
};
