import { finding, unknown, type Rule } from '../../rule';
import { PROVIDERS, publicAiBehind } from './public-ai';

const LIST = 'RuleGroup.RulesSource.RulesSourceList';

export const noPublicAi: Rule = {
  id: 'networkfirewall-no-public-ai',
  title: 'the firewall lets no public AI service through',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.502(e)', '164.312(e)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'What is pasted into a public AI service is disclosed to a company without an agreement, which may train on it.',
  fix: 'take the name out of the list, or name the service in the parameter providers once an agreement with it is signed',
  resourceTypes: ['AWS::NetworkFirewall::RuleGroup'],
  parameters: [PROVIDERS],
  check(group, _template, settings) {
    const list = group.property(LIST);
    const kinds = list.at('GeneratedRulesType').values;
    if (
      kinds.every((kind) => kind.kind === 'absent' || (kind.kind === 'literal' && kind.value !== 'ALLOWLIST'))
    )
      return 'not-applicable';
    const isSure = kinds.every(({ kind }) => kind === 'literal');
    const targets = list.at('Targets');
    const { texts, hasGaps } = targets.list();
    const service = texts
      .map((name) => publicAiBehind(name, settings.of(PROVIDERS)))
      .find((name) => name !== undefined);
    if (service !== undefined)
      return [(isSure ? finding : unknown)(targets.path, `lets names of ${service} through`)];
    return hasGaps
      ? [unknown(targets.path, 'has names that cannot be read; none may be of a public AI service')]
      : [];
  },
};
