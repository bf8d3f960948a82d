import type { Examples } from '../example';

export const opensearchserverlessExamples: Examples = {
  'opensearchserverless-access-policy-narrow': {
    bad: `
AccessPolicy:
  Type: AWS::OpenSearchServerless::AccessPolicy
  Properties:
    Type: data
    Policy: '[{"Rules":[{"ResourceType":"index","Resource":["index/*/*"],"Permission":["aoss:*"]}],"Principal":["arn:aws:iam::111122223333:role/search"]}]'
`,
    good: `
AccessPolicy:
  Type: AWS::OpenSearchServerless::AccessPolicy
  Properties:
    Type: data
    Policy: '[{"Rules":[{"ResourceType":"index","Resource":["index/notes/*"],"Permission":["aoss:ReadDocument"]}],"Principal":["arn:aws:iam::111122223333:role/search"]}]'
`,
  },
  'opensearchserverless-customer-key': {
    bad: `
SecurityPolicy:
  Type: AWS::OpenSearchServerless::SecurityPolicy
  Properties:
    Type: encryption
    Policy: '{"Rules":[{"ResourceType":"collection","Resource":["collection/notes"]}],"AWSOwnedKey":true}'
`,
    good: `
SecurityPolicy:
  Type: AWS::OpenSearchServerless::SecurityPolicy
  Properties:
    Type: encryption
    Policy: '{"Rules":[{"ResourceType":"collection","Resource":["collection/notes"]}],"AWSOwnedKey":false,"KmsARN":"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}'
`,
  },
  'opensearchserverless-network-policy-narrow': {
    bad: `
SecurityPolicy:
  Type: AWS::OpenSearchServerless::SecurityPolicy
  Properties:
    Type: network
    Policy: '[{"Rules":[{"ResourceType":"collection","Resource":["collection/*"]}],"AllowFromPublic":false,"SourceServices":["bedrock.amazonaws.com"]}]'
`,
    good: `
SecurityPolicy:
  Type: AWS::OpenSearchServerless::SecurityPolicy
  Properties:
    Type: network
    Policy: '[{"Rules":[{"ResourceType":"collection","Resource":["collection/notes"]}],"AllowFromPublic":false,"SourceServices":["bedrock.amazonaws.com"]}]'
`,
  },
  'opensearchserverless-network-private': {
    bad: `
SecurityPolicy:
  Type: AWS::OpenSearchServerless::SecurityPolicy
  Properties:
    Type: network
    Policy: '[{"Rules":[{"ResourceType":"collection","Resource":["collection/notes"]}],"AllowFromPublic":true}]'
`,
    good: `
SecurityPolicy:
  Type: AWS::OpenSearchServerless::SecurityPolicy
  Properties:
    Type: network
    Policy: '[{"Rules":[{"ResourceType":"collection","Resource":["collection/notes"]}],"AllowFromPublic":false,"SourceVPCEs":["vpce-0a1b2c3d"]}]'
`,
  },
  'opensearchserverless-saml-session': {
    bad: `
SecurityConfig:
  Type: AWS::OpenSearchServerless::SecurityConfig
  Properties:
    Type: saml
    SamlOptions:
      SessionTimeout: 720
`,
    good: `
SecurityConfig:
  Type: AWS::OpenSearchServerless::SecurityConfig
  Properties:
    Type: saml
    SamlOptions:
      SessionTimeout: 30
`,
  },
  'opensearchserverless-standby-replicas': {
    bad: `
Collection:
  Type: AWS::OpenSearchServerless::Collection
  Properties:
    Name: notes
    StandbyReplicas: DISABLED
`,
    good: `
Collection:
  Type: AWS::OpenSearchServerless::Collection
  Properties:
    Name: notes
`,
  },
  'opensearchserverless-collection-protected': {
    bad: `
Collection:
  Type: AWS::OpenSearchServerless::Collection
  Properties:
    Name: notes
`,
    good: `
Collection:
  Type: AWS::OpenSearchServerless::Collection
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
  Properties:
    Name: notes
    DeletionProtection: ENABLED
`,
  },
};
