import type { Examples } from '../example';

export const networkfirewallExamples: Examples = {
  'networkfirewall-change-protection': {
    bad: `
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    DeleteProtection: true
`,
    good: `
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    DeleteProtection: true
    FirewallPolicyChangeProtection: true
    SubnetChangeProtection: true
`,
  },
  'networkfirewall-fails-closed': {
    bad: `
FirewallPolicy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicy:
      StatefulEngineOptions:
        StreamExceptionPolicy: CONTINUE
`,
    good: `
FirewallPolicy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicy: {}
`,
  },
  'networkfirewall-logging': {
    bad: `
Firewall:
  Type: AWS::NetworkFirewall::Firewall
`,
    good: `
Firewall:
  Type: AWS::NetworkFirewall::Firewall
Log:
  Type: AWS::NetworkFirewall::LoggingConfiguration
  Properties:
    FirewallArn: !Ref Firewall
`,
  },
  'networkfirewall-multi-zone': {
    bad: `
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    SubnetMappings:
      - SubnetId: subnet-1
`,
    good: `
Firewall:
  Type: AWS::NetworkFirewall::Firewall
  Properties:
    SubnetMappings:
      - SubnetId: subnet-1
      - SubnetId: subnet-2
`,
  },
  'networkfirewall-policy-drops': {
    bad: `
FirewallPolicy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicy:
      StatelessDefaultActions: [aws:pass]
      StatelessFragmentDefaultActions: [aws:drop]
`,
    good: `
FirewallPolicy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicy:
      StatelessDefaultActions: [aws:drop]
      StatelessFragmentDefaultActions: [aws:drop]
`,
  },
  'networkfirewall-policy-has-rules': {
    bad: `
FirewallPolicy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicy: {}
`,
    good: `
FirewallPolicy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicy:
      StatefulRuleGroupReferences:
        - ResourceArn: arn:aws:network-firewall:us-east-1:111122223333:stateful-rulegroup/partners
`,
  },
  'networkfirewall-revoked-certificates': {
    bad: `
TLSInspectionConfiguration:
  Type: AWS::NetworkFirewall::TLSInspectionConfiguration
  Properties:
    TLSInspectionConfiguration:
      ServerCertificateConfigurations:
        - CheckCertificateRevocationStatus:
            RevokedStatusAction: PASS
`,
    good: `
TLSInspectionConfiguration:
  Type: AWS::NetworkFirewall::TLSInspectionConfiguration
  Properties:
    TLSInspectionConfiguration:
      ServerCertificateConfigurations:
        - CheckCertificateRevocationStatus:
            RevokedStatusAction: REJECT
            UnknownStatusAction: DROP
`,
  },
  'networkfirewall-no-public-ai': {
    bad: `
Group:
  Type: AWS::NetworkFirewall::RuleGroup
  Properties:
    RuleGroup:
      RulesSource:
        RulesSourceList:
          GeneratedRulesType: ALLOWLIST
          TargetTypes: [TLS_SNI]
          Targets: [records.example.com, .openai.com]
`,
    good: `
Group:
  Type: AWS::NetworkFirewall::RuleGroup
  Properties:
    RuleGroup:
      RulesSource:
        RulesSourceList:
          GeneratedRulesType: ALLOWLIST
          TargetTypes: [TLS_SNI]
          Targets: [records.example.com]
`,
  },
};
