import type { Examples } from '../example';

export const comprehendExamples: Examples = {
  'comprehend-customer-key': {
    bad: `
Classifier:
  Type: AWS::Comprehend::DocumentClassifier
  Properties:
    VolumeKmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
    good: `
Classifier:
  Type: AWS::Comprehend::DocumentClassifier
  Properties:
    ModelKmsKeyId: !GetAtt Key.Arn
    VolumeKmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'comprehend-in-vpc': {
    bad: `
Classifier:
  Type: AWS::Comprehend::DocumentClassifier
`,
    good: `
Classifier:
  Type: AWS::Comprehend::DocumentClassifier
  Properties:
    VpcConfig:
      SecurityGroupIds: [!GetAtt Group.GroupId]
      Subnets: [!Ref Subnet]
Group:
  Type: AWS::EC2::SecurityGroup
Subnet:
  Type: AWS::EC2::Subnet
`,
  },
  'comprehend-model-not-public': {
    bad: `
Classifier:
  Type: AWS::Comprehend::DocumentClassifier
  Properties:
    ModelPolicy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"comprehend:ImportModel","Resource":"*"}}'
`,
    good: `
Classifier:
  Type: AWS::Comprehend::DocumentClassifier
  Properties:
    ModelPolicy: '{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"comprehend:ImportModel","Resource":"*"}}'
`,
  },
};
