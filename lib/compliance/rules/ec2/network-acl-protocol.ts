import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';
import { ACL_ENTRY, isProtocol, mayAllow } from './acl-entry';

/** Numbers of IANA. */
const ICMP = 1;
const TCP = 6;
const UDP = 17;
const ICMP_V6 = 58;

export const networkAclProtocol: Rule = {
  id: 'ec2-network-acl-protocol',
  title: 'entries of a network ACL that allow name TCP, UDP or ICMP',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Protocol -1, or one that the subnet does not speak, opens all ports: the ports beside it count for nothing.',
  fix: 'set Protocol to 6 (TCP), 17 (UDP), 1 (ICMP), or 58 (ICMPv6) with Ipv6CidrBlock and Icmp',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    if (!mayAllow(entry)) return [];
    const protocol = entry.property('Protocol');
    const isSpoken = (value: unknown) => isProtocol(value, ICMP, TCP, UDP, ICMP_V6);
    const seen = requireLiteral(protocol, isSpoken, 'must be 6, 17, 1 or 58');
    if (accepts(protocol, (value) => !isProtocol(value, ICMP_V6)) !== false) return seen;
    return [
      ...seen,
      ...['Ipv6CidrBlock', 'Icmp.Type', 'Icmp.Code'].flatMap((name) =>
        requirePresent(entry.property(name), 'must be set for ICMPv6'),
      ),
    ];
  },
};
