import type { Examples } from '../example';

export const macieExamples: Examples = {
  'macie-filter-no-archive': {
    bad: `
Filter:
  Type: AWS::Macie::FindingsFilter
  Properties:
    Action: ARCHIVE
`,
    good: `
Filter:
  Type: AWS::Macie::FindingsFilter
  Properties:
    Action: NOOP
`,
  },
  'macie-session-enabled': {
    bad: `
Macie:
  Type: AWS::Macie::Session
  Properties:
    Status: PAUSED
`,
    good: `
Macie:
  Type: AWS::Macie::Session
  Properties:
    Status: ENABLED
`,
  },
  'macie-session-frequency': {
    bad: `
Macie:
  Type: AWS::Macie::Session
  Properties:
    FindingPublishingFrequency: SIX_HOURS
`,
    good: `
Macie:
  Type: AWS::Macie::Session
  Properties:
    FindingPublishingFrequency: FIFTEEN_MINUTES
`,
  },
};
