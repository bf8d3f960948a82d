import type { Examples } from '../example';

export const rolesanywhereExamples: Examples = {
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
