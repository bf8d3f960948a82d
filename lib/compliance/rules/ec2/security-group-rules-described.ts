import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { requireSet } from '../cloudformation/set';
import { onEachRule } from './traffic';

export const securityGroupRulesDescribed: Rule = {
  id: 'ec2-security-group-rules-described',
  title: 'every rule of a security group says what it is for',
  severity: 'warning',
  controls: ['164.316(b)(1)(i)', '164.308(a)(4)(ii)(C)'],
  profiles: ['strict'],
  why: 'A rule without a reason is never removed: nobody dares, because nobody knows who needs it.',
  fix: 'set Description to the reason for which the traffic is let through',
  resourceTypes: [
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SecurityGroupEgress',
  ],
  check(resource) {
    const described = (rule: Property): readonly Observation[] =>
      requireSet(rule.at('Description'), 'must say what the rule is for');
    switch (resource.type) {
      case 'AWS::EC2::SecurityGroupIngress':
        return onEachRule(resource, 'Ingress', described);
      case 'AWS::EC2::SecurityGroupEgress':
        return onEachRule(resource, 'Egress', described);
      default:
        return [...onEachRule(resource, 'Ingress', described), ...onEachRule(resource, 'Egress', described)];
    }
  },
};
