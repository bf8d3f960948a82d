import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const firewallFailsClosed: Rule = {
  id: 'route53resolver-firewall-fails-closed',
  title: 'a DNS firewall that cannot judge a query does not let it through',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Fail open, every name resolves while the firewall is out of order, and nobody sees that it is.',
  fix: 'set FirewallFailOpen to DISABLED, or leave AWS::Route53Resolver::FirewallConfig out',
  resourceTypes: ['AWS::Route53Resolver::FirewallConfig'],
  check(config) {
    return allowLiteral(
      config.property('FirewallFailOpen'),
      (value) => value === undefined || value === 'DISABLED',
      'must be DISABLED',
    );
  },
};
