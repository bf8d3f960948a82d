import type { Examples } from '../example';

export const rolesanywhereExamples: Examples = {
  'rolesanywhere-profile-instance-properties': {
    bad: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    RequireInstanceProperties: false
`,
    good: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    RequireInstanceProperties: true
`,
  },
  'rolesanywhere-profile-names-machine': {
    bad: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    AcceptRoleSessionName: true
`,
    good: `
Profile:
  Type: AWS::RolesAnywhere::Profile
`,
  },
  'rolesanywhere-profile-no-broad-policy': {
    bad: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
`,
    good: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    SessionPolicy: '{"Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}]}'
`,
  },
  'rolesanywhere-profile-session': {
    bad: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    DurationSeconds: 3601
`,
    good: `
Profile:
  Type: AWS::RolesAnywhere::Profile
  Properties:
    DurationSeconds: 3600
`,
  },
  'rolesanywhere-trust-anchor-private-ca': {
    bad: `
TrustAnchor:
  Type: AWS::RolesAnywhere::TrustAnchor
  Properties:
    Source:
      SourceType: CERTIFICATE_BUNDLE
`,
    good: `
TrustAnchor:
  Type: AWS::RolesAnywhere::TrustAnchor
  Properties:
    Source:
      SourceType: AWS_ACM_PCA
`,
  },
};
