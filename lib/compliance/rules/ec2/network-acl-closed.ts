import type { Rule } from '../../rule';
import { ACL_ENTRY, directionsOf, mayAllow } from './acl-entry';
import { openRange } from './ranges';

export const networkAclClosed: Rule = {
  id: 'ec2-network-acl-closed',
  title: 'network ACLs let in networks that are named, whatever the port',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A network ACL is what still holds when somebody opens a security group; one that lets everybody in holds nothing.',
  fix: 'set CidrBlock or Ipv6CidrBlock to the networks of the callers',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    if (!mayAllow(entry) || !directionsOf(entry).includes('in')) return [];
    return ['CidrBlock', 'Ipv6CidrBlock'].flatMap((name) => openRange(entry.property(name)));
  },
};
