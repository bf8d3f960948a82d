import { finding, unknown, type Rule } from '../../rule';
import { isForAllProtocols, opensPort } from './ports';
import { INGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupIngressPortRange: Rule = {
  id: 'ec2-security-group-ingress-port-range',
  title: 'what a security group lets in is one port a rule',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Ports between the ones that are needed lead to services nobody meant to offer.',
  fix: 'write a rule for each port, with FromPort equal to ToPort',
  resourceTypes: INGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Ingress', (rule) => {
      const path = `${rule.path}.ToPort`;
      // all protocols at once are the matter of another rule
      if (isForAllProtocols(rule) === true && rule.at('IpProtocol').values.length === 1) return [];
      const spans = opensPort(rule, (from, to) => from !== to);
      if (spans === undefined) return [unknown(path, 'cannot be read; it must be the same as FromPort')];
      return spans ? [finding(path, 'opens a range of ports')] : [];
    });
  },
};
