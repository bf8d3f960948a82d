import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { PROVIDERS, publicAiBehind } from '../networkfirewall/public-ai';

export const noPublicAi: Rule = {
  id: 'route53resolver-no-public-ai',
  title: 'the DNS firewall lets no public AI service through',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.502(e)', '164.312(e)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'What is pasted into a public AI service is disclosed to a company without an agreement, which may train on it.',
  fix: 'take the name out of the list, block the list, or name the service in the parameter providers once an agreement with it is signed',
  resourceTypes: ['AWS::Route53Resolver::FirewallRuleGroup'],
  parameters: [PROVIDERS],
  check(group, _template, settings) {
    const agreed = settings.of(PROVIDERS);
    return group
      .property('FirewallRules')
      .items()
      .flatMap((rule) => judgeRule(rule, agreed));
  },
};

function judgeRule(rule: Property, agreed: readonly string[]): readonly Observation[] {
  return rule.alternatives().flatMap((each): readonly Observation[] => {
    const actions = each.at('Action').values;
    if (actions.every((action) => action.kind === 'literal' && action.value === 'BLOCK')) return [];
    const list = each.at('FirewallDomainListId');
    const [found] = list.targets();
    const isAllow = each.at('Action').texts().includes('ALLOW');
    // lists that AWS keeps are of threats, and alerts on them the way to use them
    if (!found)
      return isAllow
        ? [unknown(list.path, 'is a list that cannot be read; it must let no public AI service through')]
        : [];
    const { texts, hasGaps } = found.property('Domains').list();
    const service = texts.map((name) => publicAiBehind(name, agreed)).find((name) => name !== undefined);
    const isSure = actions.every(({ kind }) => kind === 'literal');
    if (service !== undefined)
      return [(isSure ? finding : unknown)(list.path, `lets names of ${service} through`)];
    return hasGaps
      ? [unknown(list.path, 'has names that cannot be read; none may be of a public AI service')]
      : [];
  });
}
