import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const ruleMetrics: Rule = {
  id: 'wafv2-rule-metrics',
  title: 'web ACLs and their rules count what they match',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'An alarm can only watch what is counted.',
  fix: 'set VisibilityConfig.CloudWatchMetricsEnabled of the ACL, the group and each rule to true',
  resourceTypes: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check(acl) {
    return [acl.property(''), ...acl.property('Rules').items()].flatMap((place) =>
      requireLiteral(place.at('VisibilityConfig.CloudWatchMetricsEnabled'), isTrue, 'must be true'),
    );
  },
};
