import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';

export const vpnTunnelIkev2: Rule = {
  id: 'ec2-vpn-tunnel-ikev2',
  title: 'the tunnels of a VPN connection speak IKE version 2 only',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'AWS also accepts version 1, whose aggressive mode gives away what is needed to guess the shared key.',
  fix: 'set IKEVersions of each of the VpnTunnelOptionsSpecifications to the one value ikev2',
  resourceTypes: ['AWS::EC2::VPNConnection'],
  check(connection) {
    const options = connection.property('VpnTunnelOptionsSpecifications');
    if (!options.isPresent || options.values.some(({ kind }) => kind === 'absent'))
      return [finding(options.path, 'are not set; IKE version 1 is accepted')];
    return options.items().flatMap((tunnel) => {
      const versions = tunnel.at('IKEVersions');
      return versions.values.some(({ kind }) => kind === 'absent')
        ? [finding(versions.path, 'must be ikev2 alone')]
        : versions
            .items()
            .flatMap((version) =>
              requireLiteral(version.at('Value'), (value) => value === 'ikev2', 'must be ikev2'),
            );
    });
  },
};
