import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { ACL_ENTRY, mayDeny } from './acl-entry';
import { prefixOf } from './ranges';

export const networkAclDenyAllRanges: Rule = {
  id: 'ec2-network-acl-deny-all-ranges',
  title: 'entries of a network ACL that deny do so for all addresses',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A list of denied addresses is out of date when it is written: the next attack comes from another one.',
  fix: 'allow the addresses that are needed, and deny 0.0.0.0/0 and ::/0',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    if (!mayDeny(entry)) return [];
    return ['CidrBlock', 'Ipv6CidrBlock'].flatMap((name) =>
      allowLiteral(
        entry.property(name),
        (range) => typeof range === 'string' && prefixOf(range) === 0,
        'must be all addresses where the entry denies',
      ),
    );
  },
};
