import { finding, unknown, type Rule } from '../../rule';
import { isForAllProtocols } from './ports';
import { INGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupIngressProtocol: Rule = {
  id: 'ec2-security-group-ingress-protocol',
  title: 'what a security group lets in names its protocol',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'With protocol -1 the ports that are written beside it count for nothing: all are open.',
  fix: 'set IpProtocol to tcp, udp or icmp, and FromPort and ToPort to the port that is needed',
  resourceTypes: INGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Ingress', (rule) => {
      const path = `${rule.path}.IpProtocol`;
      const answer = isForAllProtocols(rule);
      if (answer === undefined) return [unknown(path, 'cannot be read; it must not be -1')];
      return answer ? [finding(path, 'lets every protocol and port in')] : [];
    });
  },
};
