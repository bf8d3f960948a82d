import type { Examples } from '../example';

export const securityhubExamples: Examples = {
  'securityhub-aggregator-all-regions': {
    bad: `
Aggregator:
  Type: AWS::SecurityHub::FindingAggregator
  Properties:
    RegionLinkingMode: SPECIFIED_REGIONS
`,
    good: `
Aggregator:
  Type: AWS::SecurityHub::FindingAggregator
  Properties:
    RegionLinkingMode: ALL_REGIONS
`,
  },
  'securityhub-automation-no-suppression': {
    bad: `
Rule:
  Type: AWS::SecurityHub::AutomationRule
  Properties:
    RuleName: quiet
    Actions:
      - Type: FINDING_FIELDS_UPDATE
        FindingFieldsUpdate:
          Workflow:
            Status: SUPPRESSED
`,
    good: `
Rule:
  Type: AWS::SecurityHub::AutomationRule
  Properties:
    RuleName: told
    Actions:
      - Type: FINDING_FIELDS_UPDATE
        FindingFieldsUpdate:
          Workflow:
            Status: NOTIFIED
`,
  },
  'securityhub-hub-standards': {
    bad: `
Hub:
  Type: AWS::SecurityHub::Hub
  Properties:
    EnableDefaultStandards: false
`,
    good: `
Hub:
  Type: AWS::SecurityHub::Hub
  Properties:
    EnableDefaultStandards: true
`,
  },
  'securityhub-standard-complete': {
    bad: `
Standard:
  Type: AWS::SecurityHub::Standard
  Properties:
    StandardsArn: arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0
    DisabledStandardsControls:
      - StandardsControlArn: arn:aws:securityhub:us-east-1:111122223333:control/s3/v/1.0.0/S3.1
`,
    good: `
Standard:
  Type: AWS::SecurityHub::Standard
  Properties:
    StandardsArn: arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0
`,
  },
};
