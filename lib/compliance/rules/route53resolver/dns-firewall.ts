import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const firewalls = companions(['AWS::Route53Resolver::FirewallRuleGroupAssociation'], (association) =>
  association.property('VpcId'),
);

export const dnsFirewall: Rule = {
  id: 'route53resolver-dns-firewall',
  title: 'VPCs resolve only names that a DNS firewall lets through',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'DNS leaves every network, also one without a way to the internet, and carries data in the names.',
  fix: 'add an AWS::Route53Resolver::FirewallRuleGroupAssociation for the VPC',
  resourceTypes: ['AWS::EC2::VPC'],
  check(vpc) {
    return firewalls(vpc).length > 0 ? [] : [finding('Properties', 'has no DNS firewall')];
  },
};
