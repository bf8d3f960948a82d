import type { Rule } from '../../rule';
import type { Property } from '../../template/property';
import { accepts } from '../cloudformation/members';
import { requireMember } from '../cloudformation/require-member';

const GROUP = 'AWSManagedRulesKnownBadInputsRuleSet';
const LOG4J = 'Log4JRCE';

export const knownBadInputs: Rule = {
  id: 'wafv2-known-bad-inputs',
  title: 'web ACLs block requests that are known to be attacks, Log4j among them',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A library deep inside an application still reads what an attacker puts in a header.',
  fix: `add a rule with the managed group ${GROUP}, OverrideAction None, and no exclusion of ${LOG4J}`,
  resourceTypes: ['AWS::WAFv2::WebACL'],
  check(acl) {
    return requireMember(acl.property('Rules'), blocks, `must hold the managed group ${GROUP}, blocking`);
  },
};

function blocks(rule: Property): boolean | undefined {
  const group = rule.at('Statement.ManagedRuleGroupStatement');
  const softened = [...group.at('ExcludedRules').items(), ...group.at('RuleActionOverrides').items()];
  const answers = [
    accepts(group.at('Name'), (name) => name === GROUP),
    accepts(rule.at('OverrideAction.Count'), (count) => count === undefined),
    ...softened.map((other) => accepts(other.at('Name'), (name) => name !== LOG4J)),
  ];
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
