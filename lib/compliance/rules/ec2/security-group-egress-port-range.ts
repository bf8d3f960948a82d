import { finding, unknown, type Rule } from '../../rule';
import { isNowhere } from './nowhere';
import { isForAllProtocols, opensPort } from './ports';
import { EGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupEgressPortRange: Rule = {
  id: 'ec2-security-group-egress-port-range',
  title: 'what a security group lets out is one port a rule',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'A wide range of ports is room for a way out that nobody planned.',
  fix: 'write a rule for each port, with FromPort equal to ToPort',
  resourceTypes: EGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Egress', (rule) => {
      const path = `${rule.path}.ToPort`;
      // all protocols at once are the matter of another rule
      const isAll = isForAllProtocols(rule) === true && rule.at('IpProtocol').values.length === 1;
      if (isAll || isNowhere(rule)) return [];
      const spans = opensPort(rule, (from, to) => from !== to);
      if (spans === undefined) return [unknown(path, 'cannot be read; it must be the same as FromPort')];
      return spans ? [finding(path, 'opens a range of ports')] : [];
    });
  },
};
