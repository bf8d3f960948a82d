import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const firewallProtected: Rule = {
  id: 'route53resolver-firewall-protected',
  title: 'associations of a DNS firewall cannot be changed in passing',
  severity: 'warning',
  controls: ['164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Whoever wants a way out by DNS first takes the firewall away.',
  fix: 'set MutationProtection to ENABLED',
  resourceTypes: ['AWS::Route53Resolver::FirewallRuleGroupAssociation'],
  check(association) {
    return requireLiteral(
      association.property('MutationProtection'),
      (value) => value === 'ENABLED',
      'must be ENABLED',
    );
  },
};
