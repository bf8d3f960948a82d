import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { openRange } from './ranges';

export const clientVpnGroups: Rule = {
  id: 'ec2-client-vpn-groups',
  title: 'a client VPN opens each network to a group of people, none to all',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Everybody who can log in reaches every system, whatever their work is.',
  fix: 'set AccessGroupId, leave AuthorizeAllGroups out, and name a network narrower than 0.0.0.0/0',
  resourceTypes: ['AWS::EC2::ClientVpnAuthorizationRule'],
  check(rule) {
    return [
      ...allowLiteral(rule.property('AuthorizeAllGroups'), (value) => !isTrue(value), 'must not be true'),
      ...openRange(rule.property('TargetNetworkCidr')),
    ];
  },
};
