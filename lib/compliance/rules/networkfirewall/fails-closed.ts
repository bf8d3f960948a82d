import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const failsClosed: Rule = {
  id: 'networkfirewall-fails-closed',
  title: 'network firewalls drop connections that they did not see from the start',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'With CONTINUE a connection in which packets were missed goes on without the rules that need its beginning.',
  fix: 'leave StatefulEngineOptions.StreamExceptionPolicy at DROP, or set REJECT',
  resourceTypes: ['AWS::NetworkFirewall::FirewallPolicy'],
  check(policy) {
    return allowLiteral(
      policy.property('FirewallPolicy.StatefulEngineOptions.StreamExceptionPolicy'),
      (value) => value === 'DROP' || value === 'REJECT',
      'must be DROP or REJECT',
    );
  },
};
