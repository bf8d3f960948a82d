import { finding, type Rule } from '../../rule';
import { requireLiteral } from '../../requirement';
import { isTrue } from '../../template/value';

export const vpnTunnelLogs: Rule = {
  id: 'ec2-vpn-tunnel-logs',
  title: 'the tunnels of a VPN connection log what they negotiate',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(d)'],
  why: 'Without the log nobody sees that a partner fell back to weak keys, or that somebody else tried to connect.',
  fix: 'set LogOptions.CloudwatchLogOptions.LogEnabled of each of the VpnTunnelOptionsSpecifications to true',
  resourceTypes: ['AWS::EC2::VPNConnection'],
  check(connection) {
    const options = connection.property('VpnTunnelOptionsSpecifications');
    if (!options.isPresent || options.values.some(({ kind }) => kind === 'absent'))
      return [finding(options.path, 'are not set; both tunnels must log')];
    return options
      .items()
      .flatMap((tunnel) =>
        requireLiteral(tunnel.at('LogOptions.CloudwatchLogOptions.LogEnabled'), isTrue, 'must be true'),
      );
  },
};
