import type { Examples } from '../example';

export const cloudformationExamples: Examples = {
  'cloudformation-resource-readable': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    Fn::Transform:
      Name: AWS::Include
      Parameters:
        Location: s3://templates/table.yaml
`,
    good: `
Table:
  Type: AWS::Serverless::SimpleTable
`,
  },
};
