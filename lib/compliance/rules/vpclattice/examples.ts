import type { Examples } from '../example';

export const vpclatticeExamples: Examples = {
  'vpclattice-access-logs': {
    bad: `
Service:
  Type: AWS::VpcLattice::Service
`,
    good: `
Service:
  Type: AWS::VpcLattice::Service
Log:
  Type: AWS::VpcLattice::AccessLogSubscription
  Properties:
    ResourceIdentifier: !Ref Service
`,
  },
  'vpclattice-association-security-groups': {
    bad: `
Association:
  Type: AWS::VpcLattice::ServiceNetworkVpcAssociation
`,
    good: `
Association:
  Type: AWS::VpcLattice::ServiceNetworkVpcAssociation
  Properties:
    SecurityGroupIds: [sg-1]
`,
  },
  'vpclattice-auth-type': {
    bad: `
Service:
  Type: AWS::VpcLattice::Service
  Properties:
    AuthType: NONE
`,
    good: `
Service:
  Type: AWS::VpcLattice::Service
  Properties:
    AuthType: AWS_IAM
`,
  },
  'vpclattice-no-open-sharing': {
    bad: `
Database:
  Type: AWS::VpcLattice::ResourceConfiguration
  Properties:
    AllowAssociationToSharableServiceNetwork: true
`,
    good: `
Database:
  Type: AWS::VpcLattice::ResourceConfiguration
  Properties:
    AllowAssociationToSharableServiceNetwork: false
`,
  },
  'vpclattice-policy-not-public': {
    bad: `
AuthPolicy:
  Type: AWS::VpcLattice::AuthPolicy
  Properties:
    Policy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: vpc-lattice-svcs:Invoke
          Resource: '*'
`,
    good: `
AuthPolicy:
  Type: AWS::VpcLattice::AuthPolicy
  Properties:
    Policy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/r
          Action: vpc-lattice-svcs:Invoke
          Resource: '*'
`,
  },
  'vpclattice-tls-listeners': {
    bad: `
Listener:
  Type: AWS::VpcLattice::Listener
  Properties:
    Protocol: HTTP
`,
    good: `
Listener:
  Type: AWS::VpcLattice::Listener
  Properties:
    Protocol: HTTPS
`,
  },
  'vpclattice-tls-targets': {
    bad: `
Targets:
  Type: AWS::VpcLattice::TargetGroup
  Properties:
    Type: IP
    Config:
      Protocol: HTTP
`,
    good: `
Targets:
  Type: AWS::VpcLattice::TargetGroup
  Properties:
    Type: IP
    Config:
      Protocol: HTTPS
`,
  },
};
