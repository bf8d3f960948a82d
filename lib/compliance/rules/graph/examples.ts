import type { Examples } from '../example';

export const graphExamples: Examples = {
  'graph-api-through-endpoint': {
    bad: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Role: !GetAtt Caller.Arn
    VpcConfig:
      SubnetIds: [!Ref Subnet]
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: secrets
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: secretsmanager:GetSecretValue
              Resource: !Sub arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:ledger
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref Vpc
Vpc:
  Type: AWS::EC2::VPC
Secrets:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Vpc
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.secretsmanager
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: secretsmanager:DescribeSecret
          Resource: '*'
`,
    good: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Role: !GetAtt Caller.Arn
    VpcConfig:
      SubnetIds: [!Ref Subnet]
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: secrets
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: secretsmanager:GetSecretValue
              Resource: !Sub arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:ledger
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref Vpc
Vpc:
  Type: AWS::EC2::VPC
Secrets:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Vpc
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.secretsmanager
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: secretsmanager:GetSecretValue
          Resource: '*'
`,
  },
  'graph-audit-record-beyond-reach': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
Operator:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: trail
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: cloudtrail:StopLogging
              Resource: !GetAtt Trail.Arn
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
Operator:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: trail
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: cloudtrail:GetTrailStatus
              Resource: !GetAtt Trail.Arn
`,
  },
  'graph-audit-record-read': {
    bad: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
Group:
  Type: AWS::Logs::LogGroup
`,
    good: `
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
Group:
  Type: AWS::Logs::LogGroup
Tampering:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: !Ref Group
    FilterPattern: '{ $.eventName = "StopLogging" }'
    MetricTransformations:
      - MetricName: StopLogging
        MetricNamespace: Audit
        MetricValue: '1'
`,
  },
  'graph-data-in-private-subnets': {
    bad: `
Records:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: records
    SubnetIds: [!Ref Public]
Public:
  Type: AWS::EC2::Subnet
Table:
  Type: AWS::EC2::RouteTable
Association:
  Type: AWS::EC2::SubnetRouteTableAssociation
  Properties:
    SubnetId: !Ref Public
    RouteTableId: !Ref Table
Route:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: !Ref Table
    DestinationCidrBlock: 0.0.0.0/0
    GatewayId: !Ref Gateway
Gateway:
  Type: AWS::EC2::InternetGateway
`,
    good: `
Records:
  Type: AWS::RDS::DBSubnetGroup
  Properties:
    DBSubnetGroupDescription: records
    SubnetIds: [!Ref Isolated]
Isolated:
  Type: AWS::EC2::Subnet
`,
  },
  'graph-database-not-behind-public-door': {
    bad: `
Records:
  Type: AWS::RDS::DBInstance
  Properties:
    VPCSecurityGroups: [!GetAtt RecordsGroup.GroupId]
RecordsGroup:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 5432
        ToPort: 5432
        SourceSecurityGroupId: !GetAtt DoorGroup.GroupId
DoorGroup:
  Type: AWS::EC2::SecurityGroup
Door:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Scheme: internet-facing
    SecurityGroups: [!GetAtt DoorGroup.GroupId]
`,
    good: `
Records:
  Type: AWS::RDS::DBInstance
  Properties:
    VPCSecurityGroups: [!GetAtt RecordsGroup.GroupId]
RecordsGroup:
  Type: AWS::EC2::SecurityGroup
  Properties:
    SecurityGroupIngress:
      - IpProtocol: tcp
        FromPort: 5432
        ToPort: 5432
        SourceSecurityGroupId: !GetAtt ApplicationGroup.GroupId
ApplicationGroup:
  Type: AWS::EC2::SecurityGroup
`,
  },
  'graph-grant-in-one-zone': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Reader:
  Type: AWS::IAM::Role
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: NO_PHI
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: !GetAtt Reader.Arn
          Action: s3:GetObject
          Resource: !Sub '\${Records.Arn}/*'
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Reader:
  Type: AWS::IAM::Role
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: !GetAtt Reader.Arn
          Action: s3:GetObject
          Resource: !Sub '\${Records.Arn}/*'
`,
  },
  'graph-guardrail-beyond-reach': {
    bad: `
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: model
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: [bedrock:InvokeModel, bedrock:UpdateGuardrail]
              Resource: '*'
`,
    good: `
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: model
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: [bedrock:InvokeModel, bedrock:ApplyGuardrail]
              Resource: '*'
`,
  },
  'graph-key-serves-one-data-class': {
    bad: `
Key:
  Type: AWS::KMS::Key
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: true
      SSEType: KMS
      KMSMasterKeyId: !GetAtt Key.Arn
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    KmsKeyId: !GetAtt Key.Arn
`,
    good: `
RecordsKey:
  Type: AWS::KMS::Key
LogsKey:
  Type: AWS::KMS::Key
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: true
      SSEType: KMS
      KMSMasterKeyId: !GetAtt RecordsKey.Arn
Log:
  Type: AWS::Logs::LogGroup
  Properties:
    KmsKeyId: !GetAtt LogsKey.Arn
`,
  },
  'graph-model-through-endpoint': {
    bad: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Role: !GetAtt Caller.Arn
    VpcConfig:
      SubnetIds: [!Ref Subnet]
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: model
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: bedrock:InvokeModel
              Resource: !Sub arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/amazon.nova-lite-v1:0
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref Vpc
Vpc:
  Type: AWS::EC2::VPC
`,
    good: `
Function:
  Type: AWS::Lambda::Function
  Properties:
    Role: !GetAtt Caller.Arn
    VpcConfig:
      SubnetIds: [!Ref Subnet]
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: model
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: bedrock:InvokeModel
              Resource: !Sub arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/amazon.nova-lite-v1:0
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: !Ref Vpc
Vpc:
  Type: AWS::EC2::VPC
Bedrock:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Vpc
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.bedrock-runtime
`,
  },
  'graph-principal-in-one-zone': {
    bad: `
Job:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: data
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: !Sub '\${Records.Arn}/*'
            - Effect: Allow
              Action: s3:PutObject
              Resource: !Sub '\${Published.Arn}/*'
Records:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Published:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: NO_PHI
`,
    good: `
Job:
  Type: AWS::IAM::Role
  Properties:
    Tags:
      - Key: hipaa-ai:deidentifies
        Value: DS-12
    Policies:
      - PolicyName: data
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: !Sub '\${Records.Arn}/*'
            - Effect: Allow
              Action: s3:PutObject
              Resource: !Sub '\${Research.Arn}/*'
Records:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Research:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: DEIDENTIFIED
      - Key: hipaa-ai:deidentification
        Value: safe-harbor/DS-12
`,
  },
  'graph-route-in-one-zone': {
    bad: `
Queue:
  Type: AWS::SQS::Queue
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt Failed.Arn
      maxReceiveCount: 3
Failed:
  Type: AWS::SQS::Queue
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: NO_PHI
`,
    good: `
Queue:
  Type: AWS::SQS::Queue
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt Failed.Arn
      maxReceiveCount: 3
Failed:
  Type: AWS::SQS::Queue
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
`,
  },
  'graph-zone-crossing-recorded': {
    bad: `
Job:
  Type: AWS::IAM::Role
  Properties:
    Tags:
      - Key: hipaa-ai:deidentifies
        Value: DS-13
    Policies:
      - PolicyName: data
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: !Sub '\${Records.Arn}/*'
            - Effect: Allow
              Action: s3:PutObject
              Resource: !Sub '\${Research.Arn}/*'
Records:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Research:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: DEIDENTIFIED
      - Key: hipaa-ai:deidentification
        Value: safe-harbor/DS-12
`,
    good: `
Job:
  Type: AWS::IAM::Role
  Properties:
    Tags:
      - Key: hipaa-ai:deidentifies
        Value: DS-12
    Policies:
      - PolicyName: data
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: !Sub '\${Records.Arn}/*'
            - Effect: Allow
              Action: s3:PutObject
              Resource: !Sub '\${Research.Arn}/*'
Records:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: PHI
Research:
  Type: AWS::S3::Bucket
  Properties:
    Tags:
      - Key: hipaa-ai:data-class
        Value: DEIDENTIFIED
      - Key: hipaa-ai:deidentification
        Value: safe-harbor/DS-12
`,
  },
};
