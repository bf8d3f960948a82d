import { finding, unknown, type Rule } from '../../rule';

export const rulesBlock: Rule = {
  id: 'wafv2-rules-block',
  title: 'rule groups of a web ACL block what they find, and do not only count it',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'A group that was set to count for a trial is forgotten there, and stops nothing.',
  fix: 'set OverrideAction of the rule to None',
  resourceTypes: ['AWS::WAFv2::WebACL'],
  check(acl) {
    return acl
      .property('Rules')
      .items()
      .flatMap((rule) => {
        const action = rule.at('OverrideAction');
        if (action.keys().includes('Count')) return [finding(`${action.path}.Count`, 'only counts')];
        return action.values.some(({ kind }) => kind === 'unknown')
          ? [unknown(action.path, 'cannot be read; it must be None')]
          : [];
      });
  },
};
