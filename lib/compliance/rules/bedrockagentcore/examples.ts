import type { Examples } from '../example';

export const bedrockagentcoreExamples: Examples = {
  'bedrockagentcore-browser-recorded': {
    bad: `
Browser:
  Type: AWS::BedrockAgentCore::BrowserCustom
  Properties:
    Name: portal
`,
    good: `
Browser:
  Type: AWS::BedrockAgentCore::BrowserCustom
  Properties:
    Name: portal
    RecordingConfig:
      Enabled: true
      S3Location:
        Bucket: !Ref Recordings
        Prefix: browser/
Recordings:
  Type: AWS::S3::Bucket
`,
  },
  'bedrockagentcore-customer-key': {
    bad: `
Memory:
  Type: AWS::BedrockAgentCore::Memory
  Properties:
    EventExpiryDuration: 30
`,
    good: `
Memory:
  Type: AWS::BedrockAgentCore::Memory
  Properties:
    EventExpiryDuration: 30
    EncryptionKeyArn: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'bedrockagentcore-gateway-authorizer': {
    bad: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    AuthorizerType: NONE
`,
    good: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    AuthorizerType: AWS_IAM
`,
  },
  'bedrockagentcore-gateway-errors': {
    bad: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    ExceptionLevel: DEBUG
`,
    good: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
`,
  },
  'bedrockagentcore-gateway-policy-engine': {
    bad: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    PolicyEngineConfiguration:
      Arn: !GetAtt Engine.PolicyEngineArn
      Mode: LOG_ONLY
Engine:
  Type: AWS::BedrockAgentCore::PolicyEngine
`,
    good: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    PolicyEngineConfiguration:
      Arn: !GetAtt Engine.PolicyEngineArn
      Mode: ENFORCE
Engine:
  Type: AWS::BedrockAgentCore::PolicyEngine
`,
  },
  'bedrockagentcore-gateway-waf-failure': {
    bad: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    WafConfiguration:
      FailureMode: FAIL_OPEN
`,
    good: `
Gateway:
  Type: AWS::BedrockAgentCore::Gateway
  Properties:
    WafConfiguration:
      FailureMode: FAIL_CLOSE
`,
  },
  'bedrockagentcore-harness-model-within-aws': {
    bad: `
Harness:
  Type: AWS::BedrockAgentCore::Harness
  Properties:
    Model:
      OpenAiModelConfig:
        ModelId: gpt-5
`,
    good: `
Harness:
  Type: AWS::BedrockAgentCore::Harness
  Properties:
    Model:
      BedrockModelConfig:
        ModelId: amazon.nova-pro-v1:0
`,
  },
  'bedrockagentcore-jwt-audience': {
    bad: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AuthorizerConfiguration:
      CustomJWTAuthorizer:
        DiscoveryUrl: https://login.example.com/.well-known/openid-configuration
`,
    good: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AuthorizerConfiguration:
      CustomJWTAuthorizer:
        DiscoveryUrl: https://login.example.com/.well-known/openid-configuration
        AllowedAudience: [clinic-agent]
`,
  },
  'bedrockagentcore-memory-expiry': {
    bad: `
Memory:
  Type: AWS::BedrockAgentCore::Memory
  Properties:
    EventExpiryDuration: 365
`,
    good: `
Memory:
  Type: AWS::BedrockAgentCore::Memory
  Properties:
    EventExpiryDuration: 30
`,
  },
  'bedrockagentcore-network-mode': {
    bad: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    NetworkConfiguration:
      NetworkMode: PUBLIC
`,
    good: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    NetworkConfiguration:
      NetworkMode: VPC
      NetworkModeConfig:
        Subnets: [!Ref Subnet]
        SecurityGroups: [!GetAtt Group.GroupId]
Subnet:
  Type: AWS::EC2::Subnet
Group:
  Type: AWS::EC2::SecurityGroup
`,
  },
  'bedrockagentcore-policy-not-public': {
    bad: `
Policy:
  Type: AWS::BedrockAgentCore::ResourcePolicy
  Properties:
    Policy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"bedrock-agentcore:InvokeAgentRuntime","Resource":"*"}}'
`,
    good: `
Policy:
  Type: AWS::BedrockAgentCore::ResourcePolicy
  Properties:
    Policy: '{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"bedrock-agentcore:InvokeAgentRuntime","Resource":"*"}}'
`,
  },
  'bedrockagentcore-return-url': {
    bad: `
Identity:
  Type: AWS::BedrockAgentCore::WorkloadIdentity
  Properties:
    AllowedResourceOauth2ReturnUrls: ['http://agent.example.com/return']
`,
    good: `
Identity:
  Type: AWS::BedrockAgentCore::WorkloadIdentity
  Properties:
    AllowedResourceOauth2ReturnUrls: ['https://agent.example.com/return']
`,
  },
  'bedrockagentcore-session-lifetime': {
    bad: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    LifecycleConfiguration:
      IdleRuntimeSessionTimeout: 28800
`,
    good: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    LifecycleConfiguration:
      IdleRuntimeSessionTimeout: 600
`,
  },
  'bedrockagentcore-volume-encrypted': {
    bad: `
Provider:
  Type: AWS::BedrockAgentCore::CapacityProvider
  Properties:
    ComputeConfiguration:
      Ec2Configuration:
        RootVolume:
          Encrypted: false
`,
    good: `
Provider:
  Type: AWS::BedrockAgentCore::CapacityProvider
  Properties:
    ComputeConfiguration:
      Ec2Configuration:
        RootVolume:
          Encrypted: true
`,
  },
  'bedrockagentcore-browser-signed': {
    bad: `
BrowserCustom:
  Type: AWS::BedrockAgentCore::BrowserCustom
  Properties:
    Name: portal
`,
    good: `
BrowserCustom:
  Type: AWS::BedrockAgentCore::BrowserCustom
  Properties:
    Name: portal
    BrowserSigning:
      Enabled: true
`,
  },
  'bedrockagentcore-jwt-narrow': {
    bad: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AuthorizerConfiguration:
      CustomJWTAuthorizer:
        DiscoveryUrl: https://login.example.com/.well-known/openid-configuration
        AllowedAudience: [clinic-agent]
`,
    good: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AuthorizerConfiguration:
      CustomJWTAuthorizer:
        DiscoveryUrl: https://login.example.com/.well-known/openid-configuration
        AllowedAudience: [clinic-agent]
        AllowedClients: [portal]
        AllowedScopes: [agent.ask]
`,
  },
  'bedrockagentcore-memory-retained': {
    bad: `
Memory:
  Type: AWS::BedrockAgentCore::Memory
`,
    good: `
Memory:
  Type: AWS::BedrockAgentCore::Memory
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'bedrockagentcore-policy-enforced': {
    bad: `
Policy:
  Type: AWS::BedrockAgentCore::Policy
  Properties:
    ValidationMode: IGNORE_ALL_FINDINGS
`,
    good: `
Policy:
  Type: AWS::BedrockAgentCore::Policy
  Properties:
    ValidationMode: FAIL_ON_ANY_FINDINGS
`,
  },
  'bedrockagentcore-jwt-claims': {
    bad: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AuthorizerConfiguration:
      CustomJWTAuthorizer:
        DiscoveryUrl: https://login.example/.well-known/openid-configuration
        AllowedClients: [portal]
`,
    good: `
Runtime:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AuthorizerConfiguration:
      CustomJWTAuthorizer:
        DiscoveryUrl: https://login.example/.well-known/openid-configuration
        AllowedClients: [portal]
        CustomClaims:
          - InboundTokenClaimName: groups
            InboundTokenClaimValueType: STRING_ARRAY
            AuthorizingClaimMatchValue:
              ClaimMatchOperator: CONTAINS
              ClaimMatchValue:
                MatchValueString: nurses
`,
  },
  'bedrockagentcore-evaluation-prompt': {
    bad: `
Evaluation:
  Type: AWS::BedrockAgentCore::OnlineEvaluationConfig
  Properties:
    Rule:
      SessionConfig:
        SessionTimeoutMinutes: 1440
`,
    good: `
Evaluation:
  Type: AWS::BedrockAgentCore::OnlineEvaluationConfig
  Properties:
    Rule:
      SessionConfig:
        SessionTimeoutMinutes: 15
`,
  },
};
