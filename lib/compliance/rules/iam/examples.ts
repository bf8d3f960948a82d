import type { Examples } from '../example';

export const iamExamples: Examples = {
  'iam-actions-exist': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObjects
          Resource: arn:aws:s3:::records/*
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::records/*
`,
  },
  'iam-bedrock-invoke-guardrail': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: bedrock:InvokeModel
          Resource: !Sub arn:\${AWS::Partition}:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: bedrock:InvokeModel
          Resource: !Sub arn:\${AWS::Partition}:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0
          Condition:
            StringEquals:
              bedrock:GuardrailIdentifier: !Sub arn:\${AWS::Partition}:bedrock:us-east-1:\${AWS::AccountId}:guardrail/phi:1
`,
  },
  'iam-bedrock-invoke-models': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: bedrock:InvokeModel
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: bedrock:InvokeModel
          Resource: !Sub arn:\${AWS::Partition}:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0
`,
  },
  'iam-boundary-on-made-roles': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:CreateRole
          Resource: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:CreateRole
          Resource: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
          Condition:
            StringEquals:
              iam:PermissionsBoundary: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:policy/boundary
`,
  },
  'iam-break-glass-guarded': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    RoleName: records-break-glass
    MaxSessionDuration: 43200
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
          Action: sts:AssumeRole
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    RoleName: records-break-glass
    MaxSessionDuration: 3600
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
          Action: sts:AssumeRole
          Condition:
            Bool:
              aws:MultiFactorAuthPresent: 'true'
`,
  },
  'iam-group-has-users': {
    bad: `
Group:
  Type: AWS::IAM::Group
`,
    good: `
Group:
  Type: AWS::IAM::Group
Members:
  Type: AWS::IAM::UserToGroupAddition
  Properties:
    GroupName: !Ref Group
    Users:
      - auditor
`,
  },
  'iam-login-profile-reset': {
    bad: `
User:
  Type: AWS::IAM::User
  Properties:
    LoginProfile:
      Password: '{{resolve:secretsmanager:first-password}}'
`,
    good: `
User:
  Type: AWS::IAM::User
  Properties:
    LoginProfile:
      Password: '{{resolve:secretsmanager:first-password}}'
      PasswordResetRequired: true
`,
  },
  'iam-login-profile-secret': {
    bad: `
User:
  Type: AWS::IAM::User
  Properties:
    LoginProfile:
      Password: written-out
`,
    good: `
User:
  Type: AWS::IAM::User
  Properties:
    LoginProfile:
      Password: '{{resolve:secretsmanager:first-password}}'
`,
  },
  'iam-no-admin-policy': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: '*'
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::records/*
`,
  },
  'iam-no-broad-managed-policy': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/AdministratorAccess
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole
`,
  },
  'iam-no-inline-policy': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: read
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: arn:aws:s3:::records/*
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    ManagedPolicyArns:
      - !Ref Policy
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::records/*
`,
  },
  'iam-no-not-action': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          NotAction: iam:*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::records/*
`,
  },
  'iam-no-not-resource': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          NotResource: arn:aws:s3:::secret/*
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::records/*
`,
  },
  'iam-no-open-credentials': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: redshift:GetClusterCredentials
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: redshift:GetClusterCredentials
          Resource: !Sub arn:\${AWS::Partition}:redshift:us-east-1:\${AWS::AccountId}:dbuser:records/reader
`,
  },
  'iam-no-open-permissions-management': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:PutBucketPolicy
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:PutBucketPolicy
          Resource: arn:aws:s3:::records
`,
  },
  'iam-no-open-write': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: sqs:SendMessage
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: sqs:SendMessage
          Resource: !Sub arn:\${AWS::Partition}:sqs:us-east-1:\${AWS::AccountId}:jobs
`,
  },
  'iam-no-privilege-escalation': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:PassRole
          Resource: '*'
        - Effect: Allow
          Action:
            - lambda:CreateFunction
            - lambda:InvokeFunction
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:PassRole
          Resource: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
        - Effect: Allow
          Action:
            - lambda:CreateFunction
            - lambda:InvokeFunction
          Resource: '*'
`,
  },
  'iam-no-users': {
    bad: `
Key:
  Type: AWS::IAM::AccessKey
  Properties:
    UserName: reader
`,
    good: `
Key:
  Type: AWS::IAM::AccessKey
  Properties:
    UserName: reader
    Status: Inactive
`,
  },
  'iam-no-wildcard-action': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:*
          Resource: arn:aws:s3:::records/*
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: arn:aws:s3:::records/*
`,
  },
  'iam-no-wildcard-resource': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: kms:Decrypt
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: kms:Decrypt
          Resource: !Sub arn:\${AWS::Partition}:kms:us-east-1:\${AWS::AccountId}:key/records
`,
  },
  'iam-pass-role-scoped': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:PassRole
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:PassRole
          Resource: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
`,
  },
  'iam-pass-role-to-service': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:PassRole
          Resource: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: iam:PassRole
          Resource: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
          Condition:
            StringEquals:
              iam:PassedToService: lambda.amazonaws.com
`,
  },
  'iam-session-duration': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    MaxSessionDuration: 43200
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: lambda.amazonaws.com
          Action: sts:AssumeRole
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    MaxSessionDuration: 3600
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: lambda.amazonaws.com
          Action: sts:AssumeRole
`,
  },
  'iam-trust-actions-named': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: lambda.amazonaws.com
          Action: sts:*
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: lambda.amazonaws.com
          Action: sts:AssumeRole
`,
  },
  'iam-trust-confused-deputy': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: bedrock.amazonaws.com
          Action: sts:AssumeRole
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Service: bedrock.amazonaws.com
          Action: sts:AssumeRole
          Condition:
            StringEquals:
              aws:SourceAccount: !Ref AWS::AccountId
`,
  },
  'iam-trust-cross-account-condition': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::444455556666:role/partner
          Action: sts:AssumeRole
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::444455556666:role/partner
          Action: sts:AssumeRole
          Condition:
            StringEquals:
              sts:ExternalId: records-7f3a
`,
  },
  'iam-trust-not-public': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: '*'
          Action: sts:AssumeRole
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/records-reader
          Action: sts:AssumeRole
`,
  },
  'iam-trust-web-identity-subject': {
    bad: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Federated: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com
          Action: sts:AssumeRoleWithWebIdentity
          Condition:
            StringEquals:
              token.actions.githubusercontent.com:aud: sts.amazonaws.com
            StringLike:
              token.actions.githubusercontent.com:sub: repo:owner/*
`,
    good: `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            Federated: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com
          Action: sts:AssumeRoleWithWebIdentity
          Condition:
            StringEquals:
              token.actions.githubusercontent.com:aud: sts.amazonaws.com
              token.actions.githubusercontent.com:sub: repo:owner/records:ref:refs/heads/main
`,
  },
  'iam-user-in-group': {
    bad: `
User:
  Type: AWS::IAM::User
`,
    good: `
User:
  Type: AWS::IAM::User
  Properties:
    Groups:
      - readers
`,
  },
  'iam-user-no-policies': {
    bad: `
User:
  Type: AWS::IAM::User
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/SecurityAudit
`,
    good: `
User:
  Type: AWS::IAM::User
  Properties:
    Groups:
      - readers
`,
  },
  'iam-certificate-issue-template': {
    bad: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: acm-pca:IssueCertificate
          Resource: arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/a
`,
    good: `
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: acm-pca:IssueCertificate
          Resource: arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/a
          Condition:
            StringEquals:
              acm-pca:TemplateArn: arn:aws:acm-pca:::template/EndEntityCertificate/V1
`,
  },
  'iam-control-policy-denies': {
    bad: `
Policy:
  Type: AWS::Organizations::Policy
  Properties:
    Type: SERVICE_CONTROL_POLICY
    Content:
      Statement:
        - Effect: Allow
          Action: '*'
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::Organizations::Policy
  Properties:
    Type: SERVICE_CONTROL_POLICY
    Content:
      Statement:
        - Effect: Deny
          Action: cloudtrail:StopLogging
          Resource: '*'
`,
  },
  'iam-oidc-audience': {
    bad: `
Git:
  Type: AWS::IAM::OIDCProvider
  Properties:
    Url: https://git.example.com
`,
    good: `
Git:
  Type: AWS::IAM::OIDCProvider
  Properties:
    Url: https://git.example.com
    ClientIdList:
      - sts.amazonaws.com
`,
  },
  'iam-organization-policy-not-public': {
    bad: `
Delegation:
  Type: AWS::Organizations::ResourcePolicy
  Properties:
    Content:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: organizations:UpdatePolicy
          Resource: '*'
`,
    good: `
Delegation:
  Type: AWS::Organizations::ResourcePolicy
  Properties:
    Content:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/security
          Action: organizations:ListPolicies
          Resource: '*'
`,
  },
  'iam-permissions-boundary': {
    bad: `
Reviewer:
  Type: AWS::SSO::PermissionSet
  Properties:
    Name: Reviewer
`,
    good: `
Reviewer:
  Type: AWS::SSO::PermissionSet
  Properties:
    Name: Reviewer
    PermissionsBoundary:
      ManagedPolicyArn: arn:aws:iam::aws:policy/SecurityAudit
`,
  },
  'iam-saml-assertions-encrypted': {
    bad: `
People:
  Type: AWS::IAM::SAMLProvider
  Properties:
    Name: people
`,
    good: `
People:
  Type: AWS::IAM::SAMLProvider
  Properties:
    Name: people
    AssertionEncryptionMode: Required
`,
  },
};
