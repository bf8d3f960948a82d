import type { Examples } from '../example';

export const daxExamples: Examples = {
  'dax-encrypted': {
    bad: `
Cluster:
  Type: AWS::DAX::Cluster
  Properties:
    NodeType: dax.r5.large
`,
    good: `
Cluster:
  Type: AWS::DAX::Cluster
  Properties:
    NodeType: dax.r5.large
    SSESpecification:
      SSEEnabled: true
`,
  },
  'dax-subnet-group': {
    bad: `
Cluster:
  Type: AWS::DAX::Cluster
  Properties:
    NodeType: dax.r5.large
`,
    good: `
Cluster:
  Type: AWS::DAX::Cluster
  Properties:
    NodeType: dax.r5.large
    SubnetGroupName: !Ref PrivateSubnets
PrivateSubnets:
  Type: AWS::DAX::SubnetGroup
  Properties:
    SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
  'dax-tls': {
    bad: `
Cluster:
  Type: AWS::DAX::Cluster
  Properties:
    ClusterEndpointEncryptionType: NONE
`,
    good: `
Cluster:
  Type: AWS::DAX::Cluster
  Properties:
    ClusterEndpointEncryptionType: TLS
`,
  },
};
