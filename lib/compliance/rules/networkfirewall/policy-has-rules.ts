import { finding, unknown, type Rule } from '../../rule';

const LISTS = ['StatefulRuleGroupReferences', 'StatelessRuleGroupReferences'];

export const policyHasRules: Rule = {
  id: 'networkfirewall-policy-has-rules',
  title: 'firewall policies have rule groups',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A firewall without rules looks like protection and inspects nothing.',
  fix: `name rule groups in ${LISTS.join(' or ')}`,
  resourceTypes: ['AWS::NetworkFirewall::FirewallPolicy'],
  check(policy) {
    const answers = LISTS.map((name) => {
      const { values } = policy.property(`FirewallPolicy.${name}`);
      if (values.some(({ kind }) => kind === 'unknown')) return undefined;
      return values.every(
        (value) => value.kind === 'literal' && Array.isArray(value.value) && value.value.length > 0,
      );
    });
    if (answers.includes(true)) return [];
    return [
      answers.includes(undefined)
        ? unknown('Properties.FirewallPolicy', 'cannot be read; it must name a rule group')
        : finding('Properties.FirewallPolicy', 'names no rule group'),
    ];
  },
};
