import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { matches } from '../cloudformation/certainty';

export const securityGroupNoOpenIngress: Rule = {
  id: 'redshift-security-group-no-open-ingress',
  title: 'no security group of a warehouse lets the whole internet in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A port that is open to everybody is tried by everybody within minutes.',
  fix: 'name a source security group or the ranges of your own network',
  resourceTypes: ['AWS::Redshift::ClusterSecurityGroupIngress'],
  check(ingress) {
    return allowLiteral(
      ingress.property('CIDRIP'),
      (range) => !matches(/\/0+$/u)(range),
      'must not be open to everybody',
    );
  },
};
