import { finding, unknown, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { accepts } from '../cloudformation/members';
import { ACL_ENTRY, isProtocol, numbersOf } from './acl-entry';
import { siblings } from './acl-siblings';

export const networkAclNoOverlap: Rule = {
  id: 'ec2-network-acl-no-overlap',
  title: 'entries of one network ACL do not speak of the same ports twice',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'The entry with the lower number wins: what the other one says of these ports may have no effect.',
  fix: 'cut the ports of the entry so that each port is in one entry of its protocol, direction and kind of address',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    if (protocolsOf(entry).length === 0) return [];
    const path = 'Properties.PortRange';
    const [from, to] = bounds(entry);
    const overlaps = siblings(entry).some((other) => sameKind(entry, other) && crosses(entry, other));
    if (overlaps) return [finding(path, 'overlaps the ports of another entry')];
    return from.includes(undefined) || to.includes(undefined)
      ? [unknown(path, 'cannot be read; it must not overlap the ports of other entries')]
      : [];
  },
};

function bounds(entry: Resource) {
  return [numbersOf(entry.property('PortRange.From')), numbersOf(entry.property('PortRange.To'))] as const;
}

/** Whether some port may be between the bounds of both; bounds that cannot be read cross nothing. */
function crosses(one: Resource, other: Resource): boolean {
  const [from, to] = bounds(one);
  const [otherFrom, otherTo] = bounds(other);
  return lowest(from) <= highest(otherTo) && lowest(otherFrom) <= highest(to);
}

const lowest = (ports: readonly (number | undefined)[]) =>
  Math.min(...ports.map((port) => port ?? Number.POSITIVE_INFINITY));
const highest = (ports: readonly (number | undefined)[]) =>
  Math.max(...ports.map((port) => port ?? Number.NEGATIVE_INFINITY));

function sameKind(one: Resource, other: Resource): boolean {
  const protocols = protocolsOf(one);
  return (
    protocolsOf(other).some((protocol) => protocols.includes(protocol)) &&
    ['CidrBlock', 'Ipv6CidrBlock'].some(
      (name) => one.property(name).isPresent && other.property(name).isPresent,
    )
  );
}

/** TCP and UDP, as far as the entry may be for them. */
function protocolsOf(entry: Resource): readonly number[] {
  return [6, 17].filter(
    (number) => accepts(entry.property('Protocol'), (protocol) => !isProtocol(protocol, number)) !== true,
  );
}
