import type { Examples } from '../example';

export const transferExamples: Examples = {
  'transfer-as2-protected': {
    bad: `
Connector:
  Type: AWS::Transfer::Connector
  Properties:
    As2Config:
      EncryptionAlgorithm: NONE
      SigningAlgorithm: SHA256
      MdnSigningAlgorithm: DEFAULT
`,
    good: `
Connector:
  Type: AWS::Transfer::Connector
  Properties:
    As2Config:
      EncryptionAlgorithm: AES256_CBC
      SigningAlgorithm: SHA256
      MdnSigningAlgorithm: DEFAULT
`,
  },
  'transfer-keys-not-passwords': {
    bad: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    IdentityProviderDetails:
      SftpAuthenticationMethods: PASSWORD
`,
    good: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    IdentityProviderDetails:
      SftpAuthenticationMethods: PUBLIC_KEY
`,
  },
  'transfer-logging': {
    bad: `
Server:
  Type: AWS::Transfer::Server
`,
    good: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    StructuredLogDestinations: [arn:aws:logs:us-east-1:111122223333:log-group:transfer:*]
`,
  },
  'transfer-private-endpoint': {
    bad: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    EndpointType: PUBLIC
    EndpointDetails:
      VpcId: vpc-1
      SubnetIds: [subnet-1]
`,
    good: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    EndpointType: VPC
    EndpointDetails:
      VpcId: vpc-1
      SubnetIds: [subnet-1]
`,
  },
  'transfer-protocols': {
    bad: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    Protocols: [SFTP, FTP]
`,
    good: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    Protocols: [SFTP, AS2]
`,
  },
  'transfer-security-policy': {
    bad: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    SecurityPolicyName: TransferSecurityPolicy-2018-11
`,
    good: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    SecurityPolicyName: TransferSecurityPolicy-2024-01
`,
  },
  'transfer-session-resumption': {
    bad: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    Protocols: [FTPS]
    ProtocolDetails:
      TlsSessionResumptionMode: ENABLED
`,
    good: `
Server:
  Type: AWS::Transfer::Server
  Properties:
    Protocols: [FTPS]
    ProtocolDetails:
      TlsSessionResumptionMode: ENFORCED
`,
  },
  'transfer-user-home': {
    bad: `
User:
  Type: AWS::Transfer::User
  Properties:
    HomeDirectoryType: PATH
`,
    good: `
User:
  Type: AWS::Transfer::User
  Properties:
    HomeDirectoryType: LOGICAL
`,
  },
  'transfer-user-policy': {
    bad: `
User:
  Type: AWS::Transfer::User
  Properties:
    UserName: laboratory
    Policy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
`,
    good: `
User:
  Type: AWS::Transfer::User
  Properties:
    UserName: laboratory
    Policy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::results/laboratory/*"}]}'
`,
  },
};
