import type { Examples } from '../example';

export const governanceExamples: Examples = {
  'governance-account-detection': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsMultiRegionTrail: true
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsMultiRegionTrail: true
Detector:
  Type: AWS::GuardDuty::Detector
Recorder:
  Type: AWS::Config::ConfigurationRecorder
Analyzer:
  Type: AWS::AccessAnalyzer::Analyzer
`,
  },
  'governance-approvals-current': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Metadata:
    hipaa-ai:approvals:
      - kind: business-associate
        construct: App/Egress
        name: Invented Labs
        domains: [api.example.com]
        baaRecord: BAA-7
        reviewBy: 2020-06-30
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Metadata:
    hipaa-ai:approvals:
      - kind: business-associate
        construct: App/Egress
        name: Invented Labs
        domains: [api.example.com]
        baaRecord: BAA-7
        reviewBy: 2099-06-30
`,
  },
  'governance-business-associate': {
    bad: `
Workspace:
  Type: AWS::AWSExternalAnthropic::Workspace
  Properties:
    Name: notes
`,
    good: `
Prompt:
  Type: AWS::Bedrock::Prompt
  Properties:
    Name: notes
`,
  },
  'governance-custom-resource-calls': {
    bad: `
Call:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"S3","action":"createBucket","parameters":{"Bucket":"notes"}}'
`,
    good: `
Call:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"STS","action":"getCallerIdentity"}'
`,
  },
  'governance-data-class-tag': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
`,
  },
  'governance-deidentification-recorded': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: DEIDENTIFIED
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: DEIDENTIFIED
      - Key: hipaa-ai:deidentification
        Value: safe-harbor/DS-12
`,
  },
  'governance-eligible-service': {
    bad: `
Instance:
  Type: AWS::Lightsail::Instance
  Properties:
    InstanceName: portal
`,
    good: `
Service:
  Type: AWS::ECS::Service
  Properties:
    ServiceName: portal
`,
  },
  'governance-phi-in-production': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: REDACTED
      - Key: hipaa-ai:stage
        Value: non-production
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: REDACTED
      - Key: hipaa-ai:stage
        Value: production
`,
  },
  'governance-region': {
    bad: `
GlobalTable:
  Type: AWS::DynamoDB::GlobalTable
  Properties:
    Replicas:
      - Region: us-east-1
      - Region: eu-west-1
`,
    good: `
GlobalTable:
  Type: AWS::DynamoDB::GlobalTable
  Properties:
    Replicas:
      - Region: us-east-1
      - Region: us-west-2
`,
  },
  'governance-service-in-operation': {
    bad: `
Mesh:
  Type: AWS::AppMesh::Mesh
  Properties:
    MeshName: clinic
`,
    good: `
Service:
  Type: AWS::VpcLattice::Service
  Properties:
    Name: clinic
`,
  },
  'governance-store-classified': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: Confidential
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    TableName: visits
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
`,
  },
};
