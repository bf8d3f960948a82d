import { finding, unknown, type Rule } from '../../rule';
import { isNowhere } from './nowhere';
import { isForAllProtocols } from './ports';
import { EGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupEgressProtocol: Rule = {
  id: 'ec2-security-group-egress-protocol',
  title: 'what a security group lets out names its protocol',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'With protocol -1 data can leave by any protocol and port, tunnels of an attacker included.',
  fix: 'set IpProtocol to tcp, udp or icmp, and FromPort and ToPort to the port that is needed',
  resourceTypes: EGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Egress', (rule) => {
      const path = `${rule.path}.IpProtocol`;
      const answer = isForAllProtocols(rule);
      if (answer === false || isNowhere(rule)) return [];
      return [
        answer
          ? finding(path, 'lets every protocol and port out')
          : unknown(path, 'cannot be read; it must not be -1'),
      ];
    });
  },
};
