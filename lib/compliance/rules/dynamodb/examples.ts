import type { Examples } from '../example';

export const dynamodbExamples: Examples = {
  'dynamodb-autoscaling': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PROVISIONED
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PROVISIONED
Reads:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    ServiceNamespace: dynamodb
    ResourceId: !Sub table/\${Table}
    ScalableDimension: dynamodb:table:ReadCapacityUnits
    MinCapacity: 5
    MaxCapacity: 500
Writes:
  Type: AWS::ApplicationAutoScaling::ScalableTarget
  Properties:
    ServiceNamespace: dynamodb
    ResourceId: !Sub table/\${Table}
    ScalableDimension: dynamodb:table:WriteCapacityUnits
    MinCapacity: 5
    MaxCapacity: 500
`,
  },
  'dynamodb-billing-mode': {
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
    BillingMode: PAY_PER_REQUEST
`,
  },
  'dynamodb-customer-key': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: true
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: true
      SSEType: KMS
      KMSMasterKeyId: alias/records
`,
  },
  'dynamodb-deletion-protection': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    DeletionProtectionEnabled: false
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    DeletionProtectionEnabled: true
`,
  },
  'dynamodb-in-backup-plan': {
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
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: !Ref Plan
    BackupSelection:
      SelectionName: stores
      IamRoleArn: !GetAtt BackupRole.Arn
      Resources:
        - !GetAtt Table.Arn
`,
  },
  'dynamodb-key-in-account': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: false
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: true
`,
  },
  'dynamodb-point-in-time-recovery': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    PointInTimeRecoverySpecification:
      PointInTimeRecoveryEnabled: false
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    PointInTimeRecoverySpecification:
      PointInTimeRecoveryEnabled: true
`,
  },
  'dynamodb-resource-policy-not-public': {
    bad: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    ResourcePolicy:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: dynamodb:GetItem
            Resource: '*'
`,
    good: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    ResourcePolicy:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' }
            Action: dynamodb:GetItem
            Resource: '*'
`,
  },
};
