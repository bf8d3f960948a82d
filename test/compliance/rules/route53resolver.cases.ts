import { dnsFirewall } from '../../../lib/compliance/rules/route53resolver/dns-firewall';
import { firewallProtected } from '../../../lib/compliance/rules/route53resolver/firewall-protected';
import { noIpv6Internet } from '../../../lib/compliance/rules/route53resolver/no-ipv6-internet';
import { queryLogs } from '../../../lib/compliance/rules/route53resolver/query-logs';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const vpc = (others: JsonObject = {}) => subject('AWS::EC2::VPC', {}, others);
const ASSOCIATION = 'AWS::Route53Resolver::FirewallRuleGroupAssociation';
const log = (target: Json) => ({
  Log: resource('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation', { ResourceId: target }),
});
const firewall = (target: Json) => ({ Firewall: resource(ASSOCIATION, { VpcId: target }) });

export const route53resolverCases = [
  casesOf(queryLogs, {
    'a log is compliant': vpc(log(ref('Subject'))),
    'no log is a finding': seen(vpc(), 'Properties'),
    'a log of another VPC is a finding': vpc(log('vpc-1')),
    'a log of either is a finding': vpc(log(either(ref('Subject'), 'vpc-1'))),
  }),
  casesOf(dnsFirewall, {
    'a firewall is compliant': vpc(firewall(ref('Subject'))),
    'no firewall is a finding': seen(vpc(), 'Properties'),
    'a firewall of another VPC is a finding': vpc(firewall('vpc-1')),
  }),
  casesOf(firewallProtected, {
    'protection is compliant': subject(ASSOCIATION, { MutationProtection: 'ENABLED' }),
    'no protection is a finding': seen(
      subject(ASSOCIATION, { MutationProtection: 'DISABLED' }),
      'Properties.MutationProtection',
    ),
    'no word of protection is a finding': subject(ASSOCIATION),
    'protection left to a parameter is unknown': subject(ASSOCIATION, { MutationProtection: OPEN }),
  }),
  casesOf(noIpv6Internet, {
    'no word of the internet is compliant': subject('AWS::Route53Resolver::ResolverEndpoint'),
    'the internet is a finding': seen(
      subject('AWS::Route53Resolver::ResolverEndpoint', { Ipv6InternetAccessEnabled: true }),
      'Properties.Ipv6InternetAccessEnabled',
    ),
    'a setting left to a parameter is unknown': subject('AWS::Route53Resolver::ResolverEndpoint', {
      Ipv6InternetAccessEnabled: OPEN,
    }),
  }),
];
