import { finding, unknown, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const rulesOut = companions(['AWS::EC2::SecurityGroupEgress'], (rule) => rule.property('GroupId'));

export const securityGroupEgressExplicit: Rule = {
  id: 'ec2-security-group-egress-explicit',
  title: 'security groups say what they let out',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Where a template says nothing, EC2 adds a rule that lets everything out to everywhere.',
  fix: 'set SecurityGroupEgress, or add an AWS::EC2::SecurityGroupEgress for the group',
  resourceTypes: ['AWS::EC2::SecurityGroup'],
  check(group) {
    if (rulesOut(group).length > 0) return [];
    const rules = group.property('SecurityGroupEgress');
    const isEmpty = rules.values.some(
      (value) =>
        value.kind === 'absent' ||
        (value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 0),
    );
    if (isEmpty) return [finding(rules.path, 'is not set: everything is let out')];
    return rules.values.some(({ kind }) => kind === 'unknown')
      ? [unknown(rules.path, 'cannot be read; it must name what is let out')]
      : [];
  },
};
