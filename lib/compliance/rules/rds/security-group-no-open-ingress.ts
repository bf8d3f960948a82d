import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { matches } from '../cloudformation/certainty';

export const securityGroupNoOpenIngress: Rule = {
  id: 'rds-security-group-no-open-ingress',
  title: 'no database security group lets the whole internet in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A port that is open to everybody is tried by everybody within minutes.',
  fix: 'name a source security group or the ranges of your own network',
  resourceTypes: ['AWS::RDS::DBSecurityGroup', 'AWS::RDS::DBSecurityGroupIngress'],
  check(group) {
    const rules =
      group.type === 'AWS::RDS::DBSecurityGroup'
        ? group.property('DBSecurityGroupIngress').items()
        : [group.property('')];
    return rules.flatMap((rule) =>
      allowLiteral(rule.at('CIDRIP'), (range) => !matches(/\/0+$/u)(range), 'must not be open to everybody'),
    );
  },
};
