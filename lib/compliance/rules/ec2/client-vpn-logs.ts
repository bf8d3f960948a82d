import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const clientVpnLogs: Rule = {
  id: 'ec2-client-vpn-logs',
  title: 'client VPNs log who connects',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(5)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'The VPN is the door of the network; without its log nobody can say who came through.',
  fix: 'set ConnectionLogOptions.Enabled to true, and CloudwatchLogGroup',
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(vpn) {
    return requireLiteral(vpn.property('ConnectionLogOptions.Enabled'), isTrue, 'must be true');
  },
};
