import type { Rule } from '../../rule';
import { dnsFirewall } from './dns-firewall';
import { firewallProtected } from './firewall-protected';
import { noIpv6Internet } from './no-ipv6-internet';
import { queryLogs } from './query-logs';

/** In the order of their ids. */
export const route53resolverRules: readonly Rule[] = [
  dnsFirewall,
  firewallProtected,
  noIpv6Internet,
  queryLogs,
];
