import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';

/** Least Diffie-Hellman group of 3072 bits or an elliptic curve of 256; group 22 to 24 are withdrawn by RFC 8247. */
const isGroup = (value: unknown): boolean => {
  const group = typeof value === 'string' ? numberOf(value) : Number(value);
  return group >= 15 && group <= 21;
};
const isCipher = (value: unknown): boolean => value === 'AES256' || value === 'AES256-GCM-16';
const isHash = (value: unknown): boolean =>
  typeof value === 'string' && /^SHA2-(?:256|384|512)$/u.test(value);

const LISTS: readonly (readonly [name: string, accepts: (value: unknown) => boolean, expectation: string])[] =
  [
    ['Phase1DHGroupNumbers', isGroup, 'must be 15 to 21'],
    ['Phase2DHGroupNumbers', isGroup, 'must be 15 to 21'],
    ['Phase1EncryptionAlgorithms', isCipher, 'must be AES256 or AES256-GCM-16'],
    ['Phase2EncryptionAlgorithms', isCipher, 'must be AES256 or AES256-GCM-16'],
    ['Phase1IntegrityAlgorithms', isHash, 'must be SHA2-256 or longer'],
    ['Phase2IntegrityAlgorithms', isHash, 'must be SHA2-256 or longer'],
  ];

export const vpnTunnelCiphers: Rule = {
  id: 'ec2-vpn-tunnel-ciphers',
  title: 'the tunnels of a VPN connection negotiate strong algorithms only',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['strict'],
  why: 'What is not ruled out can be agreed on: AWS also accepts SHA-1 and groups of 1024 bits.',
  fix: 'list AES256-GCM-16, SHA2-256 and groups 15 to 21 for both phases of both tunnels',
  resourceTypes: ['AWS::EC2::VPNConnection'],
  check(connection) {
    const options = connection.property('VpnTunnelOptionsSpecifications');
    if (options.values.some(({ kind }) => kind === 'absent'))
      return [finding(options.path, 'are not set; weak algorithms are accepted')];
    return options
      .items()
      .flatMap((tunnel) =>
        LISTS.flatMap(([name, accepts, expectation]) => each(tunnel.at(name), accepts, expectation)),
      );
  },
};

function each(list: Property, accepts: (value: unknown) => boolean, expectation: string) {
  return list.values.some(({ kind }) => kind === 'absent')
    ? [finding(list.path, expectation)]
    : list.items().flatMap((member) => requireLiteral(member.at('Value'), accepts, expectation));
}
