import { finding, unknown, type Rule } from '../../rule';

export const hasRules: Rule = {
  id: 'wafv2-has-rules',
  title: 'web ACLs have rules',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A web ACL without a rule looks like protection and lets everything through.',
  fix: 'add Rules, e.g. the managed group AWSManagedRulesCommonRuleSet',
  resourceTypes: ['AWS::WAFv2::WebACL', 'AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  check(acl) {
    const rules = acl.property('Rules');
    const isEmpty = rules.values.some(
      (value) =>
        value.kind === 'absent' ||
        (value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 0),
    );
    if (isEmpty) return [finding(rules.path, 'must hold a rule')];
    return rules.values.some(({ kind }) => kind === 'unknown')
      ? [unknown(rules.path, 'cannot be read; it must hold a rule')]
      : [];
  },
};
