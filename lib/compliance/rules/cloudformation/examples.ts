import type { Examples } from '../example';

export const cloudformationExamples: Examples = {
  'cloudformation-nested-stack-readable': {
    bad: `
Nested:
  Type: AWS::CloudFormation::Stack
  Properties:
    TemplateURL: https://templates.example.com/network.yaml
`,
    good: `
Network:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.0.0.0/16
`,
  },
  'cloudformation-resource-readable': {
    bad: `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    Fn::Transform:
      Name: AWS::Include
      Parameters:
        Location: s3://snippets/bucket.yaml
`,
    good: `
Bucket:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: visits
`,
  },
  'cloudformation-stack-retained': {
    bad: `
Nested:
  Type: AWS::CloudFormation::Stack
  Properties:
    TemplateURL: https://templates.example.com/records.yaml
`,
    good: `
Nested:
  Type: AWS::CloudFormation::Stack
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
  Properties:
    TemplateURL: https://templates.example.com/records.yaml
`,
  },
};
