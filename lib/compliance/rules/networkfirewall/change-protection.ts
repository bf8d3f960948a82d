import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

const SWITCHES = ['DeleteProtection', 'FirewallPolicyChangeProtection', 'SubnetChangeProtection'];

export const changeProtection: Rule = {
  id: 'networkfirewall-change-protection',
  title: 'network firewalls cannot be taken away in passing',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Whoever wants a way out first takes the firewall, its policy or its subnets away.',
  fix: `set ${SWITCHES.join(', ')} to true`,
  resourceTypes: ['AWS::NetworkFirewall::Firewall'],
  check(firewall) {
    return SWITCHES.flatMap((name) => requireLiteral(firewall.property(name), isTrue, 'must be true'));
  },
};
