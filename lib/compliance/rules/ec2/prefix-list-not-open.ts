import type { Rule } from '../../rule';
import { openRange } from './ranges';

export const prefixListNotOpen: Rule = {
  id: 'ec2-prefix-list-not-open',
  title: 'no prefix list holds the whole internet',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever names the list in a security group or route does not see that it opens the group to everybody.',
  fix: "list the ranges of your own and your partners' networks",
  resourceTypes: ['AWS::EC2::PrefixList'],
  check(list) {
    return list
      .property('Entries')
      .items()
      .flatMap((entry) => openRange(entry.at('Cidr')));
  },
};
