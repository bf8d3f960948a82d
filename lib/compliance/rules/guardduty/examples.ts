import type { Examples } from '../example';

export const guarddutyExamples: Examples = {
  'guardduty-detector-enabled': {
    bad: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: false
`,
    good: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
`,
  },
  'guardduty-detector-features': {
    bad: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: S3_DATA_EVENTS
        Status: DISABLED
`,
    good: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: S3_DATA_EVENTS
        Status: ENABLED
`,
  },
  'guardduty-detector-frequency': {
    bad: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
`,
    good: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    FindingPublishingFrequency: FIFTEEN_MINUTES
`,
  },
  'guardduty-detector-runtime-monitoring': {
    bad: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
`,
    good: `
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: RUNTIME_MONITORING
        Status: ENABLED
`,
  },
  'guardduty-filter-no-archive': {
    bad: `
Filter:
  Type: AWS::GuardDuty::Filter
  Properties:
    Action: ARCHIVE
`,
    good: `
Filter:
  Type: AWS::GuardDuty::Filter
  Properties:
    Action: NOOP
`,
  },
  'guardduty-malware-plan-tags': {
    bad: `
Plan:
  Type: AWS::GuardDuty::MalwareProtectionPlan
  Properties:
    Role: arn:aws:iam::111122223333:role/scan
`,
    good: `
Plan:
  Type: AWS::GuardDuty::MalwareProtectionPlan
  Properties:
    Role: arn:aws:iam::111122223333:role/scan
    Actions:
      Tagging:
        Status: ENABLED
`,
  },
  'guardduty-publishing-customer-key': {
    bad: `
Findings:
  Type: AWS::GuardDuty::PublishingDestination
  Properties:
    DestinationType: S3
    DestinationProperties:
      DestinationArn: arn:aws:s3:::findings
`,
    good: `
Findings:
  Type: AWS::GuardDuty::PublishingDestination
  Properties:
    DestinationType: S3
    DestinationProperties:
      DestinationArn: arn:aws:s3:::findings
      KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
};
