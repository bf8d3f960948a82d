import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const sqlInjectionSensitivity: Rule = {
  id: 'wafv2-sql-injection-sensitivity',
  title: 'rules against SQL injection look closely',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'By default they are set to miss attacks rather than to stop a request by mistake.',
  fix: 'set SqliMatchStatement.SensitivityLevel to HIGH',
  resourceTypes: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check(acl) {
    return acl
      .property('Rules')
      .items()
      .map((rule) => rule.at('Statement.SqliMatchStatement'))
      .filter(({ isPresent }) => isPresent)
      .flatMap((statement) =>
        requireLiteral(statement.at('SensitivityLevel'), (level) => level === 'HIGH', 'must be HIGH'),
      );
  },
};
