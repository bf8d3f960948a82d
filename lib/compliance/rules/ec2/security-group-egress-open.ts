import type { Rule } from '../../rule';
import { openRange } from './ranges';
import { EGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupEgressOpen: Rule = {
  id: 'ec2-security-group-egress-open',
  title: 'no security group lets traffic out to the whole internet',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.502(a)'],
  profiles: ['strict'],
  why: 'Who breaks in sends PHI out the same way; an address that is not named cannot be reached.',
  fix: 'name a destination security group, a prefix list such as that of S3, or the range of the VPC',
  resourceTypes: EGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Egress', (rule) => [
      ...openRange(rule.at('CidrIp')),
      ...openRange(rule.at('CidrIpv6')),
    ]);
  },
};
