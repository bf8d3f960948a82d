import type { Rule } from '../../rule';
import { openRange } from './ranges';
import { INGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupNoOpenIngress: Rule = {
  id: 'ec2-security-group-no-open-ingress',
  title: 'no security group lets the whole internet in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A port that is open to everybody is tried by everybody within minutes.',
  fix: 'name a source security group, a prefix list, or the ranges of your own network',
  resourceTypes: INGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Ingress', (rule) => [
      ...openRange(rule.at('CidrIp')),
      ...openRange(rule.at('CidrIpv6')),
    ]);
  },
};
