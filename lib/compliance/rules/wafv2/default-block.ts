import { requireLiteral } from '../../requirement';
import { finding, unknown, type Rule } from '../../rule';

export const defaultBlock: Rule = {
  id: 'wafv2-default-block',
  title: 'web ACLs refuse what no rule of theirs allows',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A list of what is bad is never complete; a list of what is needed is.',
  fix: 'set DefaultAction to Block, and add rules that allow what the application needs',
  resourceTypes: ['AWS::WAFv2::WebACL', 'AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  check(acl) {
    const action = acl.property('DefaultAction');
    if (acl.type !== 'AWS::WAFv2::WebACL')
      return requireLiteral(action.at('Type'), (type) => type === 'BLOCK', 'must be BLOCK');
    const block = action.at('Block');
    if (block.values.some(({ kind }) => kind === 'absent')) return [finding(action.path, 'must be Block')];
    return action.values.some(({ kind }) => kind === 'unknown')
      ? [unknown(action.path, 'cannot be read; it must be Block')]
      : [];
  },
};
