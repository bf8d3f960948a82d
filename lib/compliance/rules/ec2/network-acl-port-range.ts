import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { ACL_ENTRY, isProtocol, mayAllow, numbersOf } from './acl-entry';
import { HIGHEST_PORT } from './ports';

export const networkAclPortRange: Rule = {
  id: 'ec2-network-acl-port-range',
  title: 'entries of a network ACL that allow TCP or UDP do not allow all ports',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'An ACL that allows every port adds nothing to the security groups it should back up.',
  fix: 'set PortRange.From and PortRange.To to the ports that the subnet serves',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    const hasNoPorts = accepts(entry.property('Protocol'), (protocol) => !isProtocol(protocol, 6, 17));
    if (!mayAllow(entry) || hasNoPorts === true) return [];
    const [from, to] = [entry.property('PortRange.From'), entry.property('PortRange.To')];
    const isNumber = (value: unknown) => !Number.isNaN(Number(value));
    const unset = [from, to].flatMap((port) => requireLiteral(port, isNumber, 'must be a port'));
    if (unset.length > 0) return unset;
    const isAll =
      numbersOf(from).some((port) => port !== undefined && port <= 1) &&
      numbersOf(to).some((port) => port !== undefined && port >= HIGHEST_PORT);
    return isAll ? [finding('Properties.PortRange', 'allows all ports')] : [];
  },
};
