import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { companions } from '../cloudformation/companions';
import { accepts } from '../cloudformation/members';

const associations = companions(['AWS::Route53Resolver::FirewallRuleGroupAssociation'], (association) =>
  association.property('VpcId'),
);

export const firewallAllowList: Rule = {
  id: 'route53resolver-firewall-allow-list',
  title: 'the DNS firewall of a VPC blocks every name that it does not allow',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A list of bad names is out of date when it is written: data leaves by a name that was registered this morning.',
  fix: "add a last rule to the group with the Action BLOCK and a domain list of '*'",
  resourceTypes: ['AWS::EC2::VPC'],
  check(vpc) {
    const groups = associations(vpc).map((association) => association.property('FirewallRuleGroupId'));
    // a VPC without a firewall is for route53resolver-dns-firewall
    if (groups.length === 0) return 'not-applicable';
    const answers = groups.map(blocksTheRest);
    if (answers.includes(true)) return [];
    return answers.includes(undefined)
      ? [unknown('Properties', 'has a DNS firewall whose rules cannot be read')]
      : [finding('Properties', 'has a DNS firewall that lets names through which it does not know')];
  },
};

function blocksTheRest(group: Property): boolean | undefined {
  const [found, ...others] = group.targets();
  if (!found || others.length > 0) return undefined;
  const rules = found.property('FirewallRules');
  if (rules.values.some(({ kind }) => kind === 'unknown')) return undefined;
  const answers = rules.items().map((rule) => {
    const isBlock = accepts(rule.at('Action'), (action) => action === 'BLOCK');
    // a rule for one type of record leaves the others
    if (isBlock === false || rule.at('Qtype').isPresent) return false;
    const [list] = rule.at('FirewallDomainListId').targets();
    const isEverything = list ? holdsEverything(list) : undefined;
    return isBlock === undefined && isEverything === true ? undefined : isEverything;
  });
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function holdsEverything(list: Resource): boolean | undefined {
  const { texts, hasGaps } = list.property('Domains').list();
  if (texts.includes('*')) return true;
  return hasGaps ? undefined : false;
}
