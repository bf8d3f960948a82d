import type { Examples } from '../example';

export const qbusinessExamples: Examples = {
  'qbusiness-application-identity': {
    bad: `
Application:
  Type: AWS::QBusiness::Application
  Properties:
    IdentityType: ANONYMOUS
`,
    good: `
Application:
  Type: AWS::QBusiness::Application
  Properties:
    IdentityType: AWS_IAM_IDC
`,
  },
  'qbusiness-attachments-off': {
    bad: `
Application:
  Type: AWS::QBusiness::Application
  Properties:
    DisplayName: assistant
`,
    good: `
Application:
  Type: AWS::QBusiness::Application
  Properties:
    DisplayName: assistant
    AttachmentsConfiguration:
      AttachmentsControlMode: DISABLED
`,
  },
  'qbusiness-customer-key': {
    bad: `
Application:
  Type: AWS::QBusiness::Application
  Properties:
    DisplayName: assistant
`,
    good: `
Application:
  Type: AWS::QBusiness::Application
  Properties:
    DisplayName: assistant
    EncryptionConfiguration:
      KmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'qbusiness-plugin-authenticated': {
    bad: `
Plugin:
  Type: AWS::QBusiness::Plugin
  Properties:
    AuthConfiguration:
      NoAuthConfiguration: {}
`,
    good: `
Plugin:
  Type: AWS::QBusiness::Plugin
  Properties:
    AuthConfiguration:
      OAuth2ClientCredentialConfiguration:
        SecretArn: !Ref Secret
        RoleArn: !GetAtt Role.Arn
Secret:
  Type: AWS::SecretsManager::Secret
Role:
  Type: AWS::IAM::Role
`,
  },
  'qbusiness-web-origins': {
    bad: `
WebExperience:
  Type: AWS::QBusiness::WebExperience
  Properties:
    Origins: ['http://portal.example.com']
`,
    good: `
WebExperience:
  Type: AWS::QBusiness::WebExperience
  Properties:
    Origins: ['https://portal.example.com']
`,
  },
  'qbusiness-data-source-in-vpc': {
    bad: `
DataSource:
  Type: AWS::QBusiness::DataSource
  Properties:
    DisplayName: notes
`,
    good: `
DataSource:
  Type: AWS::QBusiness::DataSource
  Properties:
    DisplayName: notes
    VpcConfiguration:
      SubnetIds: [!Ref Subnet]
Subnet:
  Type: AWS::EC2::Subnet
`,
  },
  'qbusiness-index-retained': {
    bad: `
Index:
  Type: AWS::QBusiness::Index
`,
    good: `
Index:
  Type: AWS::QBusiness::Index
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'qbusiness-permission-named': {
    bad: `
Permission:
  Type: AWS::QBusiness::Permission
  Properties:
    Principal: '*'
`,
    good: `
Permission:
  Type: AWS::QBusiness::Permission
  Properties:
    Principal: arn:aws:iam::111122223333:role/partner
`,
  },
  'qbusiness-data-accessor-authenticated': {
    bad: `
DataAccessor:
  Type: AWS::QBusiness::DataAccessor
  Properties:
    AuthenticationDetail:
      AuthenticationType: AWS_IAM_IDC_TTI
`,
    good: `
DataAccessor:
  Type: AWS::QBusiness::DataAccessor
  Properties:
    AuthenticationDetail:
      AuthenticationType: AWS_IAM_IDC_TTI
      AuthenticationConfiguration:
        IdcTrustedTokenIssuerConfiguration:
          IdcTrustedTokenIssuerArn: arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-1234567890abcdef/tti-12345678
`,
  },
};
