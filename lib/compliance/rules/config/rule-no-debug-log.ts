import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const ruleNoDebugLog: Rule = {
  id: 'config-rule-no-debug-log',
  title: 'no custom rule writes a debug log',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'The debug log repeats the whole configuration that a rule looks at, secrets in it included.',
  fix: 'drop EnableDebugLogDelivery',
  resourceTypes: ['AWS::Config::ConfigRule'],
  check(rule) {
    return allowLiteral(
      rule.property('Source.CustomPolicyDetails.EnableDebugLogDelivery'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
