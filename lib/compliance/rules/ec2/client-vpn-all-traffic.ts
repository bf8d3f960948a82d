import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const clientVpnAllTraffic: Rule = {
  id: 'ec2-client-vpn-all-traffic',
  title: 'client VPNs carry all traffic of the machines that are in them',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.310(b)'],
  profiles: ['strict'],
  why: 'With a split tunnel a laptop is in your network and in that of the café at once: it is the bridge.',
  fix: 'leave SplitTunnel out, or set it to false',
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(vpn) {
    return allowLiteral(vpn.property('SplitTunnel'), (value) => !isTrue(value), 'must not be true');
  },
};
