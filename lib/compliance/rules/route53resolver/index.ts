import type { Rule } from '../../rule';
import { dnsFirewall } from './dns-firewall';
import { firewallAllowList } from './firewall-allow-list';
import { firewallFailsClosed } from './firewall-fails-closed';
import { firewallProtected } from './firewall-protected';
import { noIpv6Internet } from './no-ipv6-internet';
import { noPublicAi } from './no-public-ai';
import { queryLogs } from './query-logs';

/** In the order of their ids. */
export const route53resolverRules: readonly Rule[] = [
  dnsFirewall,
  firewallAllowList,
  firewallFailsClosed,
  firewallProtected,
  noIpv6Internet,
  noPublicAi,
  queryLogs,
];
