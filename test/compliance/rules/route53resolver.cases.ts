import { dnsFirewall } from '../../../lib/compliance/rules/route53resolver/dns-firewall';
import { firewallAllowList } from '../../../lib/compliance/rules/route53resolver/firewall-allow-list';
import { firewallFailsClosed } from '../../../lib/compliance/rules/route53resolver/firewall-fails-closed';
import { firewallProtected } from '../../../lib/compliance/rules/route53resolver/firewall-protected';
import { noIpv6Internet } from '../../../lib/compliance/rules/route53resolver/no-ipv6-internet';
import { noPublicAi } from '../../../lib/compliance/rules/route53resolver/no-public-ai';
import { queryLogs } from '../../../lib/compliance/rules/route53resolver/query-logs';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const vpc = (others: JsonObject = {}) => subject('AWS::EC2::VPC', {}, others);
const ASSOCIATION = 'AWS::Route53Resolver::FirewallRuleGroupAssociation';
const log = (target: Json) => ({
  Log: resource('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation', { ResourceId: target }),
});
const firewall = (target: Json) => ({ Firewall: resource(ASSOCIATION, { VpcId: target }) });

const FAILURE = 'AWS::Route53Resolver::FirewallConfig';
const rules = (...FirewallRules: readonly Json[]) =>
  vpc({
    Firewall: resource(ASSOCIATION, { VpcId: ref('Subject'), FirewallRuleGroupId: id('Rules') }),
    Rules: resource('AWS::Route53Resolver::FirewallRuleGroup', { FirewallRules }),
    All: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: ['*'] }),
    Some: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: ['tunnel.example.com'] }),
    Any: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: [OPEN] }),
  });
const id = (logicalId: string): JsonObject => ({ 'Fn::GetAtt': [logicalId, 'Id'] });
const rule = (list: Json, more: JsonObject = {}): JsonObject => ({
  Action: 'BLOCK',
  FirewallDomainListId: list,
  ...more,
});

const group = (names: Json, Action: Json = 'ALLOW') =>
  subject(
    'AWS::Route53Resolver::FirewallRuleGroup',
    { FirewallRules: [rule(id('List'), { Action })] },
    { List: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: names }) },
  );
const LISTED = 'Properties.FirewallRules.0.FirewallDomainListId';

export const route53resolverCases = [
  casesOf(noPublicAi, {
    'names of ours is compliant': group(['records.example.com', '*.us-east-1.amazonaws.com']),
    'a block of public AI is compliant': group(['openai.com', '*'], 'BLOCK'),
    'an alert on a list of AWS is compliant': subject('AWS::Route53Resolver::FirewallRuleGroup', {
      FirewallRules: [rule('rslvr-fdl-0a1b2c3d', { Action: 'ALERT' })],
    }),
    'no rules is compliant': subject('AWS::Route53Resolver::FirewallRuleGroup'),
    'a name that only ends alike is compliant': group(['notopenai.com']),
    'a public AI service is a finding': seen(group(['records.example.com', 'openai.com']), LISTED),
    'a name below one is a finding': group(['API.OpenAI.com.']),
    'all names below one is a finding': group(['*.claude.ai']),
    'a whole top-level domain is a finding': group(['*.ai']),
    'everything is a finding': group(['*']),
    'an alert on one is a finding': group(['openai.com'], 'ALERT'),
    'one in one branch is a finding': group([either('openai.com', 'records.example.com')]),
    'an action left to a parameter is unknown': group(['openai.com'], OPEN),
    'names left to a parameter is unknown': group([OPEN]),
    'a list elsewhere is unknown': subject('AWS::Route53Resolver::FirewallRuleGroup', {
      FirewallRules: [rule('rslvr-fdl-0a1b2c3d', { Action: 'ALLOW' })],
    }),
  }),
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
  casesOf(firewallAllowList, {
    'a block of everything is compliant': rules(rule(id('Some'), { Action: 'ALLOW' }), rule(id('All'))),
    'a block of some names is a finding': seen(rules(rule(id('Some'))), 'Properties'),
    'everything allowed is a finding': rules(rule(id('All'), { Action: 'ALLOW' })),
    'an alert at everything is a finding': rules(rule(id('All'), { Action: 'ALERT' })),
    'a block of one type of record is a finding': rules(rule(id('All'), { Qtype: 'TXT' })),
    'no rules is a finding': rules(),
    'an action left to a parameter is unknown': rules(rule(id('All'), { Action: OPEN })),
    'names left to a parameter is unknown': rules(rule(id('Any'))),
    'a list elsewhere is unknown': rules(rule('rslvr-fdl-0a1b2c3d')),
    'a group elsewhere is unknown': vpc({
      Firewall: resource(ASSOCIATION, { VpcId: ref('Subject'), FirewallRuleGroupId: 'rslvr-frg-0a1b2c3d' }),
    }),
    'no firewall is not applicable': vpc(),
  }),
  casesOf(firewallFailsClosed, {
    'DISABLED is compliant': subject(FAILURE, { FirewallFailOpen: 'DISABLED' }),
    'ENABLED is a finding': seen(
      subject(FAILURE, { FirewallFailOpen: 'ENABLED' }),
      'Properties.FirewallFailOpen',
    ),
    'a local setting is a finding': subject(FAILURE, { FirewallFailOpen: 'USE_LOCAL_RESOURCE_SETTING' }),
    'either is a finding': subject(FAILURE, { FirewallFailOpen: either('DISABLED', 'ENABLED') }),
    'a setting left to a parameter is unknown': subject(FAILURE, { FirewallFailOpen: OPEN }),
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
