/** What the map does not show, said on the map itself. */
export const LIMITS: readonly string[] = [
  'It shows what CloudFormation templates say before deployment: nothing was observed in an account.',
  'Networks that a peering, transit gateway, VPN or network interface leads to decide themselves where packets go on; they are not followed.',
  'Calls are those of Lambda functions by actions that a role names one by one; patterns, resources, conditions, service control policies and calls of other compute are not followed.',
  'Addresses that code or settings hold (URLs, host names, connection strings), definitions of state machines and what agents decide are not read.',
  'Network ACLs, Network Firewall and the names on DNS firewall lists are not drawn; the rules judge them.',
  'Encryption in transit is unknown unless a resource policy, an endpoint policy or the protocol of a listener says it.',
];
