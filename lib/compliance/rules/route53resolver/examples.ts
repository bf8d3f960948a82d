import type { Examples } from '../example';

export const route53resolverExamples: Examples = {
  'route53resolver-dns-firewall': {
    bad: `
Network:
  Type: AWS::EC2::VPC
`,
    good: `
Network:
  Type: AWS::EC2::VPC
Firewall:
  Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
  Properties:
    VpcId: !Ref Network
`,
  },
  'route53resolver-firewall-allow-list': {
    bad: `
Network:
  Type: AWS::EC2::VPC
Association:
  Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
  Properties:
    VpcId: !Ref Network
    FirewallRuleGroupId: !GetAtt Rules.Id
Rules:
  Type: AWS::Route53Resolver::FirewallRuleGroup
  Properties:
    FirewallRules:
      - Priority: 10
        Action: BLOCK
        BlockResponse: NODATA
        FirewallDomainListId: !GetAtt Blocked.Id
Blocked:
  Type: AWS::Route53Resolver::FirewallDomainList
  Properties:
    Domains: [tunnel.example.com]
`,
    good: `
Network:
  Type: AWS::EC2::VPC
Association:
  Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
  Properties:
    VpcId: !Ref Network
    FirewallRuleGroupId: !GetAtt Rules.Id
Rules:
  Type: AWS::Route53Resolver::FirewallRuleGroup
  Properties:
    FirewallRules:
      - Priority: 10
        Action: BLOCK
        BlockResponse: NODATA
        FirewallDomainListId: !GetAtt Blocked.Id
Blocked:
  Type: AWS::Route53Resolver::FirewallDomainList
  Properties:
    Domains: ['*']
`,
  },
  'route53resolver-firewall-fails-closed': {
    bad: `
Config:
  Type: AWS::Route53Resolver::FirewallConfig
  Properties:
    ResourceId: vpc-0a1b2c3d
    FirewallFailOpen: ENABLED
`,
    good: `
Config:
  Type: AWS::Route53Resolver::FirewallConfig
  Properties:
    ResourceId: vpc-0a1b2c3d
    FirewallFailOpen: DISABLED
`,
  },
  'route53resolver-firewall-protected': {
    bad: `
Association:
  Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
  Properties:
    MutationProtection: DISABLED
`,
    good: `
Association:
  Type: AWS::Route53Resolver::FirewallRuleGroupAssociation
  Properties:
    MutationProtection: ENABLED
`,
  },
  'route53resolver-no-ipv6-internet': {
    bad: `
Resolver:
  Type: AWS::Route53Resolver::ResolverEndpoint
  Properties:
    Ipv6InternetAccessEnabled: true
`,
    good: `
Resolver:
  Type: AWS::Route53Resolver::ResolverEndpoint
`,
  },
  'route53resolver-query-logs': {
    bad: `
Network:
  Type: AWS::EC2::VPC
`,
    good: `
Network:
  Type: AWS::EC2::VPC
Log:
  Type: AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation
  Properties:
    ResourceId: !Ref Network
`,
  },
  'route53resolver-no-public-ai': {
    bad: `
Group:
  Type: AWS::Route53Resolver::FirewallRuleGroup
  Properties:
    FirewallRules:
      - { Priority: 10, Action: ALLOW, FirewallDomainListId: !GetAtt List.Id }
List:
  Type: AWS::Route53Resolver::FirewallDomainList
  Properties:
    Domains: [records.example.com, api.openai.com]
`,
    good: `
Group:
  Type: AWS::Route53Resolver::FirewallRuleGroup
  Properties:
    FirewallRules:
      - { Priority: 10, Action: ALLOW, FirewallDomainListId: !GetAtt List.Id }
List:
  Type: AWS::Route53Resolver::FirewallDomainList
  Properties:
    Domains: [records.example.com]
`,
  },
};
