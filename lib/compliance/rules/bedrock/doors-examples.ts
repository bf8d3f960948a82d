import type { Examples } from '../example';

/** Of rules on doors that are closed, and models from outside. */
export const doorsExamples: Examples = {
  'bedrock-doors-denied': {
    bad: `
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: models
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: bedrock:InvokeModel
              Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0
`,
    good: `
Caller:
  Type: AWS::IAM::Role
  Properties:
    Policies:
      - PolicyName: models
        PolicyDocument:
          Statement:
            - Effect: Allow
              Action: bedrock:InvokeModel
              Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0
            - Effect: Deny
              Action: [bedrock-mantle:*, bedrock:CallWithBearerToken]
              Resource: '*'
`,
  },
  'bedrock-endpoint-models': {
    bad: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    ServiceName: com.amazonaws.us-east-1.bedrock-runtime
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: bedrock:InvokeModel
          Resource: '*'
`,
    good: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    ServiceName: com.amazonaws.us-east-1.bedrock-runtime
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: bedrock:InvokeModel
          Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0
`,
  },
  'bedrock-model-approved': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    FoundationModel: arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefgh1234
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    FoundationModel: amazon.nova-lite-v1:0
`,
  },
  'bedrock-model-not-shared': {
    bad: `
Share:
  Type: AWS::RAM::ResourceShare
  Properties:
    Name: models
    ResourceArns:
      - arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0/abcdefgh1234
`,
    good: `
Share:
  Type: AWS::RAM::ResourceShare
  Properties:
    Name: models
    AllowExternalPrincipals: false
    ResourceArns:
      - arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0/abcdefgh1234
`,
  },
  'bedrock-no-outside-models': {
    bad: `
Importer:
  Type: AWS::IAM::Policy
  Properties:
    PolicyName: import
    PolicyDocument:
      Statement:
        - Effect: Allow
          Action: bedrock:CreateModelImportJob
          Resource: '*'
`,
    good: `
Caller:
  Type: AWS::IAM::Policy
  Properties:
    PolicyName: call
    PolicyDocument:
      Statement:
        - Effect: Allow
          Action: bedrock:InvokeModel
          Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0
`,
  },
};
