import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const sourceCheck: Rule = {
  id: 'ec2-source-check',
  title: 'machines send and take only what is theirs',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Without the check a machine can pass on, and read, the traffic of others, and send under their addresses.',
  fix: 'leave SourceDestCheck true; for a way out use a NAT gateway or a network firewall',
  resourceTypes: ['AWS::EC2::Instance', 'AWS::EC2::NetworkInterface'],
  check(resource) {
    return allowLiteral(resource.property('SourceDestCheck'), isTrue, 'must not be false');
  },
};
