import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

const isYes = (value: unknown): boolean => value === true || value === 'true' || value === 'True';

export const vpnTunnelRouteLogs: Rule = {
  id: 'ec2-vpn-tunnel-route-logs',
  title: 'the tunnels of a VPN connection log the routes they are told',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'Who tells the other end another route by BGP gets its traffic; only this log shows when.',
  fix: 'set BgpLogEnabled and BgpLogGroupArn of each entry of VpnTunnelOptionsSpecifications',
  resourceTypes: ['AWS::EC2::VPNConnection'],
  check(connection) {
    // routes that the template names are told by nobody
    if (accepts(connection.property('StaticRoutesOnly'), isYes) === true) return 'not-applicable';
    const options = connection.property('VpnTunnelOptionsSpecifications');
    if (options.values.some(({ kind }) => kind === 'absent'))
      return [finding(options.path, 'are not set; both tunnels must log routes')];
    return options
      .items()
      .flatMap((tunnel) =>
        requireLiteral(tunnel.at('LogOptions.CloudwatchLogOptions.BgpLogEnabled'), isTrue, 'must be true'),
      );
  },
};
