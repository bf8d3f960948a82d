import type { Examples } from '../example';

export const kendraExamples: Examples = {
  'kendra-customer-key': {
    bad: `
Index:
  Type: AWS::Kendra::Index
  Properties:
    Edition: ENTERPRISE_EDITION
`,
    good: `
Index:
  Type: AWS::Kendra::Index
  Properties:
    Edition: ENTERPRISE_EDITION
    ServerSideEncryptionConfiguration:
      KmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'kendra-database-in-vpc': {
    bad: `
DataSource:
  Type: AWS::Kendra::DataSource
  Properties:
    DataSourceConfiguration:
      DatabaseConfiguration:
        DatabaseEngineType: RDS_POSTGRESQL
`,
    good: `
DataSource:
  Type: AWS::Kendra::DataSource
  Properties:
    DataSourceConfiguration:
      DatabaseConfiguration:
        DatabaseEngineType: RDS_POSTGRESQL
        VpcConfiguration:
          SubnetIds: [!Ref Subnet]
          SecurityGroupIds: [!GetAtt Group.GroupId]
Subnet:
  Type: AWS::EC2::Subnet
Group:
  Type: AWS::EC2::SecurityGroup
`,
  },
  'kendra-user-context': {
    bad: `
Index:
  Type: AWS::Kendra::Index
  Properties:
    UserContextPolicy: ATTRIBUTE_FILTER
`,
    good: `
Index:
  Type: AWS::Kendra::Index
  Properties:
    UserContextPolicy: USER_TOKEN
    UserTokenConfigurations:
      - JwtTokenTypeConfiguration:
          KeyLocation: URL
          URL: https://login.example.com/keys
`,
  },
  'kendra-index-retained': {
    bad: `
Index:
  Type: AWS::Kendra::Index
`,
    good: `
Index:
  Type: AWS::Kendra::Index
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
};
