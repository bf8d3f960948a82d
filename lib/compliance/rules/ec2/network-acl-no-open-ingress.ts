import { finding, unknown, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { ACL_ENTRY, directionsOf, isProtocol, mayAllow, numbersOf } from './acl-entry';
import { HIGHEST_PORT } from './ports';
import { openRange } from './ranges';

const ADMIN_PORTS = [22, 3389];

export const networkAclNoOpenIngress: Rule = {
  id: 'ec2-network-acl-no-open-ingress',
  title: 'no network ACL lets the internet reach every port, SSH or RDP',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'The ACL is what remains when a security group is opened by mistake.',
  fix: 'allow the ports that the subnet serves, or name the ranges of your own network',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    if (!mayAllow(entry) || !directionsOf(entry).includes('in')) return [];
    const isClosed = reachesNone(entry);
    if (isClosed === true) return [];
    return ['CidrBlock', 'Ipv6CidrBlock']
      .flatMap((name) => openRange(entry.property(name)))
      .map(({ property, verdict }) =>
        isClosed === false && verdict === 'finding'
          ? finding(property, 'lets everybody reach such a port')
          : unknown(property, 'cannot be read in full; it may let everybody reach such a port'),
      );
  },
};

/** True when no administrative port is reached, false when one is. */
function reachesNone(entry: Parameters<Rule['check']>[0]): boolean | undefined {
  const isOther = accepts(entry.property('Protocol'), (protocol) => !isProtocol(protocol, -1, 6, 17));
  if (isOther === true) return true;
  if (accepts(entry.property('Protocol'), (protocol) => !isProtocol(protocol, -1)) === false) return false;
  const from = numbersOf(entry.property('PortRange.From'));
  const to = numbersOf(entry.property('PortRange.To'));
  const isReached = from.some((low) =>
    to.some((high) => ADMIN_PORTS.some((port) => (low ?? 0) <= port && port <= (high ?? HIGHEST_PORT))),
  );
  if (!isReached) return isOther === undefined ? undefined : true;
  return from.includes(undefined) || to.includes(undefined) || isOther === undefined ? undefined : false;
}
