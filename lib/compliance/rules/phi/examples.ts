import type { Examples } from '../example';

export const phiExamples: Examples = {
  'phi-no-debug-logging': {
    bad: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Environment:
      Variables:
        LOG_LEVEL: DEBUG
`,
    good: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Environment:
      Variables:
        LOG_LEVEL: INFO
`,
  },
  'phi-no-event-logging': {
    bad: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Environment:
      Variables:
        POWERTOOLS_LOGGER_LOG_EVENT: 'true'
`,
    good: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Environment:
      Variables:
        POWERTOOLS_LOGGER_LOG_EVENT: 'false'
`,
  },
  'phi-no-identifiers': {
    bad: `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: MRN
        Value: A0012345
`,
    good: `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: Department
        Value: Cardiology
`,
  },
};
