import type { Examples } from '../example';

export const cognitoExamples: Examples = {
  'cognito-admin-creates-users': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    AdminCreateUserConfig:
      AllowAdminCreateUserOnly: false
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    AdminCreateUserConfig:
      AllowAdminCreateUserOnly: true
`,
  },
  'cognito-analytics-without-users': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AnalyticsConfiguration:
      UserDataShared: true
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AnalyticsConfiguration:
      UserDataShared: false
`,
  },
  'cognito-auth-events-logged': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolTier: PLUS
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolTier: PLUS
Log:
  Type: AWS::Cognito::LogDeliveryConfiguration
  Properties:
    UserPoolId: !Ref UserPool
    LogConfigurations:
      - EventSource: userAuthEvents
        LogLevel: INFO
        CloudWatchLogsConfiguration:
          LogGroupArn: !GetAtt Group.Arn
Group:
  Type: AWS::Logs::LogGroup
`,
  },
  'cognito-callback-https': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    CallbackURLs: ['http://clinic.example.com/signed-in']
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    CallbackURLs: ['https://clinic.example.com/signed-in']
`,
  },
  'cognito-compromised-credentials': {
    bad: `
UserPoolRiskConfigurationAttachment:
  Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
  Properties:
    CompromisedCredentialsRiskConfiguration:
      Actions:
        EventAction: NO_ACTION
`,
    good: `
UserPoolRiskConfigurationAttachment:
  Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
  Properties:
    CompromisedCredentialsRiskConfiguration:
      Actions:
        EventAction: BLOCK
`,
  },
  'cognito-identity-pool-no-classic-flow': {
    bad: `
IdentityPool:
  Type: AWS::Cognito::IdentityPool
  Properties:
    AllowClassicFlow: true
    AllowUnauthenticatedIdentities: false
`,
    good: `
IdentityPool:
  Type: AWS::Cognito::IdentityPool
  Properties:
    AllowUnauthenticatedIdentities: false
`,
  },
  'cognito-identity-pool-no-guests': {
    bad: `
IdentityPool:
  Type: AWS::Cognito::IdentityPool
  Properties:
    AllowUnauthenticatedIdentities: true
`,
    good: `
IdentityPool:
  Type: AWS::Cognito::IdentityPool
  Properties:
    AllowUnauthenticatedIdentities: false
`,
  },
  'cognito-identity-pool-token-check': {
    bad: `
IdentityPool:
  Type: AWS::Cognito::IdentityPool
  Properties:
    CognitoIdentityProviders:
      - ClientId: !Ref Client
        ServerSideTokenCheck: false
Client:
  Type: AWS::Cognito::UserPoolClient
`,
    good: `
IdentityPool:
  Type: AWS::Cognito::IdentityPool
  Properties:
    CognitoIdentityProviders:
      - ClientId: !Ref Client
        ServerSideTokenCheck: true
Client:
  Type: AWS::Cognito::UserPoolClient
`,
  },
  'cognito-mfa': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    MfaConfiguration: 'OFF'
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    MfaConfiguration: 'OPTIONAL'
    EnabledMfas: [SOFTWARE_TOKEN_MFA]
`,
  },
  'cognito-mfa-required': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    MfaConfiguration: 'OPTIONAL'
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    MfaConfiguration: 'ON'
    EnabledMfas: [SOFTWARE_TOKEN_MFA]
`,
  },
  'cognito-mfa-without-sms': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    EnabledMfas: [SMS_MFA]
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    EnabledMfas: [SOFTWARE_TOKEN_MFA]
`,
  },
  'cognito-no-implicit-flow': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AllowedOAuthFlows: [implicit]
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AllowedOAuthFlows: [code]
`,
  },
  'cognito-no-password-flow': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
`,
  },
  'cognito-password-length': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    Policies:
      PasswordPolicy:
        MinimumLength: 10
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    Policies:
      PasswordPolicy:
        MinimumLength: 14
`,
  },
  'cognito-password-policy': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    Policies:
      PasswordPolicy:
        MinimumLength: 6
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    Policies:
      PasswordPolicy:
        MinimumLength: 12
        RequireLowercase: true
        RequireNumbers: true
        RequireSymbols: true
        RequireUppercase: true
`,
  },
  'cognito-pool-deletion-protection': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    DeletionProtection: INACTIVE
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    DeletionProtection: ACTIVE
`,
  },
  'cognito-threat-protection': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolAddOns:
      AdvancedSecurityMode: AUDIT
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolAddOns:
      AdvancedSecurityMode: ENFORCED
`,
  },
  'cognito-token-lifetime': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AccessTokenValidity: 12
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AccessTokenValidity: 15
    TokenValidityUnits:
      AccessToken: minutes
`,
  },
  'cognito-token-revocation': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    EnableTokenRevocation: false
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    EnableTokenRevocation: true
`,
  },
  'cognito-user-existence-hidden': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    PreventUserExistenceErrors: LEGACY
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    PreventUserExistenceErrors: ENABLED
`,
  },
  'cognito-account-takeover': {
    bad: `
UserPoolRiskConfigurationAttachment:
  Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
  Properties:
    AccountTakeoverRiskConfiguration:
      Actions:
        HighAction: { EventAction: NO_ACTION, Notify: true }
`,
    good: `
UserPoolRiskConfigurationAttachment:
  Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
  Properties:
    AccountTakeoverRiskConfiguration:
      Actions:
        HighAction: { EventAction: BLOCK, Notify: true }
`,
  },
  'cognito-customer-key': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: portal
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: portal
    KeyConfiguration:
      KeyType: CUSTOMER_MANAGED_KEY
      KmsKeyArn: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'cognito-new-device-challenged': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: portal
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: portal
    DeviceConfiguration:
      ChallengeRequiredOnNewDevice: true
`,
  },
  'cognito-password-history': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: portal
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: portal
    Policies:
      PasswordPolicy:
        PasswordHistorySize: 12
`,
  },
  'cognito-pool-retained': {
    bad: `
UserPool:
  Type: AWS::Cognito::UserPool
`,
    good: `
UserPool:
  Type: AWS::Cognito::UserPool
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'cognito-refresh-token-rotation': {
    bad: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    RefreshTokenValidity: 30
`,
    good: `
UserPoolClient:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    RefreshTokenRotation:
      Feature: ENABLED
`,
  },
  'cognito-analytics-external-id': {
    bad: `
Client:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AnalyticsConfiguration:
      ApplicationId: 0a1b2c3d4e5f60718293a4b5c6d7e8f9
      RoleArn: !ImportValue analytics-role
`,
    good: `
Client:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    AnalyticsConfiguration:
      ApplicationId: 0a1b2c3d4e5f60718293a4b5c6d7e8f9
      RoleArn: !ImportValue analytics-role
      ExternalId: portal-analytics
`,
  },
  'cognito-client-secret': {
    bad: `
Client:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    GenerateSecret: false
`,
    good: `
Client:
  Type: AWS::Cognito::UserPoolClient
  Properties:
    GenerateSecret: true
`,
  },
};
