import type { Examples } from '../example';
import { doorsExamples } from './doors-examples';
import { GUARDRAIL_EXAMPLES } from './guardrail-examples';

export const bedrockExamples: Examples = {
  ...doorsExamples,
  ...GUARDRAIL_EXAMPLES,
  'bedrock-agent-action-groups': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentName: intake
    ActionGroups:
      - ActionGroupName: code
        ParentActionGroupSignature: AMAZON.CodeInterpreter
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentName: intake
    ActionGroups:
      - ActionGroupName: appointments
        ActionGroupExecutor:
          Lambda: !GetAtt Appointments.Arn
Appointments:
  Type: AWS::Lambda::Function
`,
  },
  'bedrock-agent-collaborator-history': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentCollaborators:
      - CollaboratorName: billing
        RelayConversationHistory: TO_COLLABORATOR
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentCollaborators:
      - CollaboratorName: billing
        RelayConversationHistory: DISABLED
`,
  },
  'bedrock-agent-guardrail': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    GuardrailConfiguration:
      GuardrailIdentifier: !GetAtt Guardrail.GuardrailId
      GuardrailVersion: DRAFT
Guardrail:
  Type: AWS::Bedrock::Guardrail
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    GuardrailConfiguration:
      GuardrailIdentifier: !GetAtt Guardrail.GuardrailId
      GuardrailVersion: !GetAtt Version.Version
Guardrail:
  Type: AWS::Bedrock::Guardrail
Version:
  Type: AWS::Bedrock::GuardrailVersion
  Properties:
    GuardrailIdentifier: !GetAtt Guardrail.GuardrailId
`,
  },
  'bedrock-agent-idle-session': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    IdleSessionTTLInSeconds: 5400
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    IdleSessionTTLInSeconds: 900
`,
  },
  'bedrock-agent-memory-retention': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    MemoryConfiguration:
      EnabledMemoryTypes: [SESSION_SUMMARY]
      StorageDays: 365
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    MemoryConfiguration:
      EnabledMemoryTypes: [SESSION_SUMMARY]
      StorageDays: 7
`,
  },
  'bedrock-agent-own-role': {
    bad: `
Intake:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentResourceRoleArn: !GetAtt Role.Arn
Billing:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentResourceRoleArn: !GetAtt Role.Arn
Role:
  Type: AWS::IAM::Role
`,
    good: `
Intake:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentResourceRoleArn: !GetAtt IntakeRole.Arn
Billing:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentResourceRoleArn: !GetAtt BillingRole.Arn
IntakeRole:
  Type: AWS::IAM::Role
BillingRole:
  Type: AWS::IAM::Role
`,
  },
  'bedrock-alias-version': {
    bad: `
Alias:
  Type: AWS::Bedrock::FlowAlias
  Properties:
    RoutingConfiguration:
      - FlowVersion: DRAFT
`,
    good: `
Alias:
  Type: AWS::Bedrock::FlowAlias
  Properties:
    RoutingConfiguration:
      - FlowVersion: !GetAtt Version.Version
Version:
  Type: AWS::Bedrock::FlowVersion
`,
  },
  'bedrock-customer-key': {
    bad: `
Prompt:
  Type: AWS::Bedrock::Prompt
  Properties:
    Name: summary
`,
    good: `
Prompt:
  Type: AWS::Bedrock::Prompt
  Properties:
    Name: summary
    CustomerEncryptionKeyArn: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'bedrock-data-source-deletion': {
    bad: `
Source:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataDeletionPolicy: RETAIN
`,
    good: `
Source:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataDeletionPolicy: DELETE
`,
  },
  'bedrock-data-source-not-web': {
    bad: `
Source:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataSourceConfiguration:
      Type: WEB
`,
    good: `
Source:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataSourceConfiguration:
      Type: S3
      S3Configuration:
        BucketArn: !GetAtt Documents.Arn
Documents:
  Type: AWS::S3::Bucket
`,
  },
  'bedrock-flow-guardrail': {
    bad: `
Flow:
  Type: AWS::Bedrock::Flow
  Properties:
    Definition:
      Nodes:
        - Name: Summarize
          Type: Prompt
          Configuration:
            Prompt:
              SourceConfiguration: {}
`,
    good: `
Flow:
  Type: AWS::Bedrock::Flow
  Properties:
    Definition:
      Nodes:
        - Name: Summarize
          Type: Prompt
          Configuration:
            Prompt:
              SourceConfiguration: {}
              GuardrailConfiguration:
                GuardrailIdentifier: abcdefgh1234
                GuardrailVersion: '3'
`,
  },
  'bedrock-invocation-logging': {
    bad: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
`,
    good: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
Log:
  Type: Custom::BedrockInvocationLogging
  Properties:
    ServiceToken: !GetAtt SwitchOn.Arn
SwitchOn:
  Type: AWS::Lambda::Function
`,
  },
  'bedrock-invocation-logging-complete': {
    bad: `
Log:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"Bedrock","action":"putModelInvocationLoggingConfiguration","parameters":{"loggingConfig":{"s3Config":{"bucketName":"log"},"textDataDeliveryEnabled":false}}}'
`,
    good: `
Log:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"Bedrock","action":"putModelInvocationLoggingConfiguration","parameters":{"loggingConfig":{"s3Config":{"bucketName":"log"},"textDataDeliveryEnabled":true}}}'
`,
  },
  'bedrock-knowledge-base-within-aws': {
    bad: `
Base:
  Type: AWS::Bedrock::KnowledgeBase
  Properties:
    StorageConfiguration:
      Type: PINECONE
`,
    good: `
Base:
  Type: AWS::Bedrock::KnowledgeBase
  Properties:
    StorageConfiguration:
      Type: S3_VECTORS
`,
  },
  'bedrock-model-geography': {
    bad: `
Profile:
  Type: AWS::Bedrock::ApplicationInferenceProfile
  Properties:
    ModelSource:
      CopyFrom: arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0
`,
    good: `
Profile:
  Type: AWS::Bedrock::ApplicationInferenceProfile
  Properties:
    ModelSource:
      CopyFrom: arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0
`,
  },
  'bedrock-no-bearer-keys': {
    bad: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:CallWithBearerToken
        Resource: '*'
`,
    good: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Deny
        Action: [bedrock:CallWithBearerToken, bedrock-mantle:CallWithBearerToken]
        Resource: '*'
`,
  },
  'bedrock-no-mantle': {
    bad: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock-mantle:CreateInference
        Resource: '*'
`,
    good: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
`,
  },
  'bedrock-policy-not-public': {
    bad: `
Policy:
  Type: AWS::Bedrock::ResourcePolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Principal: '*'
        Action: bedrock:ApplyGuardrail
        Resource: '*'
`,
    good: `
Policy:
  Type: AWS::Bedrock::ResourcePolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Principal: '*'
        Action: bedrock:ApplyGuardrail
        Resource: '*'
        Condition:
          StringEquals:
            aws:PrincipalOrgID: o-a1b2c3d4e5
`,
  },
  'bedrock-data-automation-redaction': {
    bad: `
DataAutomationProject:
  Type: AWS::Bedrock::DataAutomationProject
  Properties:
    ProjectName: intake
`,
    good: `
DataAutomationProject:
  Type: AWS::Bedrock::DataAutomationProject
  Properties:
    OverrideConfiguration:
      Audio:
        SensitiveDataConfiguration:
          DetectionMode: DETECTION_AND_REDACTION
      Document:
        SensitiveDataConfiguration:
          DetectionMode: DETECTION_AND_REDACTION
      Image:
        SensitiveDataConfiguration:
          DetectionMode: DETECTION_AND_REDACTION
      Video:
        SensitiveDataConfiguration:
          DetectionMode: DETECTION_AND_REDACTION
`,
  },
  'bedrock-knowledge-base-retained': {
    bad: `
KnowledgeBase:
  Type: AWS::Bedrock::KnowledgeBase
`,
    good: `
KnowledgeBase:
  Type: AWS::Bedrock::KnowledgeBase
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'bedrock-reasoning-policy-kept': {
    bad: `
AutomatedReasoningPolicy:
  Type: AWS::Bedrock::AutomatedReasoningPolicy
  Properties:
    ForceDelete: true
`,
    good: `
AutomatedReasoningPolicy:
  Type: AWS::Bedrock::AutomatedReasoningPolicy
  Properties:
    ForceDelete: false
`,
  },
  'bedrock-data-retention': {
    bad: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
`,
    good: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0
Retention:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"Bedrock","action":"putAccountDataRetention","parameters":{"mode":"none"}}'
`,
  },
  'bedrock-data-retention-none': {
    bad: `
Retention:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"Bedrock","action":"putAccountDataRetention","parameters":{"mode":"default"}}'
`,
    good: `
Retention:
  Type: Custom::AWS
  Properties:
    Create: '{"service":"Bedrock","action":"putAccountDataRetention","parameters":{"mode":"none"}}'
`,
  },
  'bedrock-data-source-protected': {
    bad: `
DataSource:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataSourceConfiguration:
      Type: MANAGED_KNOWLEDGE_BASE_CONNECTOR
      ManagedKnowledgeBaseConnectorConfiguration:
        DeletionProtectionConfiguration:
          DeletionProtectionStatus: DISABLED
`,
    good: `
DataSource:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataSourceConfiguration:
      Type: MANAGED_KNOWLEDGE_BASE_CONNECTOR
      ManagedKnowledgeBaseConnectorConfiguration:
        DeletionProtectionConfiguration:
          DeletionProtectionStatus: ENABLED
`,
  },
  'bedrock-flow-prompt-version': {
    bad: `
Flow:
  Type: AWS::Bedrock::Flow
  Properties:
    Definition:
      Nodes:
        - Configuration:
            Prompt:
              SourceConfiguration:
                Resource: { PromptArn: !GetAtt Prompt.Arn }
Prompt:
  Type: AWS::Bedrock::Prompt
`,
    good: `
Flow:
  Type: AWS::Bedrock::Flow
  Properties:
    Definition:
      Nodes:
        - Configuration:
            Prompt:
              SourceConfiguration:
                Resource: { PromptArn: !GetAtt Version.Arn }
Version:
  Type: AWS::Bedrock::PromptVersion
`,
  },
  'bedrock-prompt-versioned': {
    bad: `
Prompt:
  Type: AWS::Bedrock::Prompt
  Properties:
    Name: summary
`,
    good: `
Prompt:
  Type: AWS::Bedrock::Prompt
  Properties:
    Name: summary
Version:
  Type: AWS::Bedrock::PromptVersion
  Properties:
    PromptArn: !GetAtt Prompt.Arn
`,
  },
  'bedrock-versions-kept': {
    bad: `
Version:
  Type: AWS::Bedrock::GuardrailVersion
  DeletionPolicy: Delete
  UpdateReplacePolicy: Delete
`,
    good: `
Version:
  Type: AWS::Bedrock::GuardrailVersion
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'bedrock-agent-action-executor': {
    bad: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentName: intake
    ActionGroups:
      - ActionGroupName: appointments
        ActionGroupExecutor:
          CustomControl: RETURN_CONTROL
`,
    good: `
Agent:
  Type: AWS::Bedrock::Agent
  Properties:
    AgentName: intake
    ActionGroups:
      - ActionGroupName: appointments
        ActionGroupExecutor:
          Lambda: !GetAtt Appointments.Arn
Appointments:
  Type: AWS::Lambda::Function
`,
  },
  'bedrock-data-source-owner': {
    bad: `
Source:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataSourceConfiguration:
      Type: S3
      S3Configuration:
        BucketArn: arn:aws:s3:::guidelines
`,
    good: `
Source:
  Type: AWS::Bedrock::DataSource
  Properties:
    DataSourceConfiguration:
      Type: S3
      S3Configuration:
        BucketArn: arn:aws:s3:::guidelines
        BucketOwnerAccountId: !Ref AWS::AccountId
`,
  },
  'bedrock-knowledge-base-logged': {
    bad: `
Base:
  Type: AWS::Bedrock::KnowledgeBase
`,
    good: `
Base:
  Type: AWS::Bedrock::KnowledgeBase
Source:
  Type: AWS::Logs::DeliverySource
  Properties:
    Name: guidelines
    LogType: APPLICATION_LOGS
    ResourceArn: !GetAtt Base.KnowledgeBaseArn
Delivery:
  Type: AWS::Logs::Delivery
  Properties:
    DeliverySourceName: !Ref Source
    DeliveryDestinationArn: !GetAtt Destination.Arn
Destination:
  Type: AWS::Logs::DeliveryDestination
`,
  },
  'bedrock-knowledge-base-role-narrow': {
    bad: `
Base:
  Type: AWS::Bedrock::KnowledgeBase
  Properties:
    RoleArn: !GetAtt Role.Arn
    KnowledgeBaseConfiguration:
      Type: VECTOR
      VectorKnowledgeBaseConfiguration:
        EmbeddingModelArn: arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0
Role:
  Type: AWS::IAM::Role
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    Roles: [!Ref Role]
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/*
`,
    good: `
Base:
  Type: AWS::Bedrock::KnowledgeBase
  Properties:
    RoleArn: !GetAtt Role.Arn
    KnowledgeBaseConfiguration:
      Type: VECTOR
      VectorKnowledgeBaseConfiguration:
        EmbeddingModelArn: arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0
Role:
  Type: AWS::IAM::Role
Policy:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    Roles: [!Ref Role]
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: bedrock:InvokeModel
        Resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0
`,
  },
  'bedrock-policy-known-accounts': {
    bad: `
Policy:
  Type: AWS::Bedrock::KnowledgeBasePolicy
  Properties:
    KnowledgeBaseId: ABCDEFGHIJ
    PolicyDocument:
      Statement:
        Effect: Allow
        Principal: 
          AWS: arn:aws:iam::444455556666:root
        Action: bedrock:Retrieve
        Resource: '*'
`,
    good: `
Policy:
  Type: AWS::Bedrock::KnowledgeBasePolicy
  Properties:
    KnowledgeBaseId: ABCDEFGHIJ
    PolicyDocument:
      Statement:
        Effect: Allow
        Principal: 
          AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/gateway
        Action: bedrock:Retrieve
        Resource: '*'
`,
  },
};
