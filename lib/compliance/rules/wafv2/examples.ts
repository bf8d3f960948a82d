import type { Examples } from '../example';

export const wafv2Examples: Examples = {
  'wafv2-default-block': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    DefaultAction:
      Allow: {}
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    DefaultAction:
      Block:
        CustomResponse:
          ResponseCode: 403
`,
  },
  'wafv2-has-rules': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - OverrideAction:
          None: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesCommonRuleSet
`,
  },
  'wafv2-known-bad-inputs': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - OverrideAction:
          None: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesCommonRuleSet
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - OverrideAction:
          None: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesCommonRuleSet
      - OverrideAction:
          None: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesKnownBadInputsRuleSet
`,
  },
  'wafv2-log-redaction': {
    bad: `
Log:
  Type: AWS::WAFv2::LoggingConfiguration
`,
    good: `
Log:
  Type: AWS::WAFv2::LoggingConfiguration
  Properties:
    RedactedFields:
      - SingleHeader:
          Name: authorization
      - SingleHeader:
          Name: cookie
`,
  },
  'wafv2-logging': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
Log:
  Type: AWS::WAFv2::LoggingConfiguration
  Properties:
    ResourceArn: !GetAtt WebAcl.Arn
`,
  },
  'wafv2-no-classic': {
    bad: `
WebAcl:
  Type: AWS::WAF::WebACL
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
`,
  },
  'wafv2-rule-metrics': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
    Rules:
      - VisibilityConfig:
          CloudWatchMetricsEnabled: true
      - VisibilityConfig:
          CloudWatchMetricsEnabled: false
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
    Rules:
      - VisibilityConfig:
          CloudWatchMetricsEnabled: true
`,
  },
  'wafv2-rules-block': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - OverrideAction:
          None: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesKnownBadInputsRuleSet
      - OverrideAction:
          Count: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesKnownBadInputsRuleSet
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - OverrideAction:
          None: {}
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesKnownBadInputsRuleSet
`,
  },
  'wafv2-sql-injection-sensitivity': {
    bad: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - Statement:
          SqliMatchStatement:
            SensitivityLevel: LOW
`,
    good: `
WebAcl:
  Type: AWS::WAFv2::WebACL
  Properties:
    Rules:
      - Statement:
          SqliMatchStatement:
            SensitivityLevel: HIGH
`,
  },
};
