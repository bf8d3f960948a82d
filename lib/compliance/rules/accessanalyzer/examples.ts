import type { Examples } from '../example';

export const accessanalyzerExamples: Examples = {
  'accessanalyzer-archive-rule-not-public': {
    bad: `
Analyzer:
  Type: AWS::AccessAnalyzer::Analyzer
  Properties:
    Type: ACCOUNT
    ArchiveRules:
      - RuleName: known
        Filter:
          - Property: resourceType
            Eq: ['AWS::S3::Bucket']
`,
    good: `
Analyzer:
  Type: AWS::AccessAnalyzer::Analyzer
  Properties:
    Type: ACCOUNT
    ArchiveRules:
      - RuleName: known
        Filter:
          - Property: isPublic
            Eq: ['false']
          - Property: resourceType
            Eq: ['AWS::S3::Bucket']
`,
  },
};
