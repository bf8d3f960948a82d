import type { aws_iam as iam } from 'aws-cdk-lib';
import { DataPerimeter } from './data-perimeter';

/** Foundation models belong to no account: the list of ARNs takes the place of the resource condition. */
export function bedrockRuntime(
  modelArns: readonly string[],
  perimeter = new DataPerimeter(),
): iam.PolicyStatement[] {
  return [
    perimeter.allowCallers(
      'InvokeApprovedModels',
      ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      modelArns,
    ),
    perimeter.allow(
      'ApplyOwnGuardrails',
      ['bedrock:ApplyGuardrail'],
      [perimeter.arn('bedrock', 'guardrail/*')],
    ),
  ];
}

/** To read what is set up; what changes it comes from the deployment, which is not in the network. */
export function bedrock(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow(
      'ReadOwnGuardrailsAndProfiles',
      ['bedrock:GetGuardrail', 'bedrock:GetInferenceProfile'],
      [perimeter.arn('bedrock', 'guardrail/*'), perimeter.arn('bedrock', 'application-inference-profile/*')],
    ),
    perimeter.allowCallers(
      'SeeWhatThereIs',
      ['bedrock:GetFoundationModel', 'bedrock:ListFoundationModels', 'bedrock:ListGuardrails'],
      ['*'],
    ),
  ];
}

export function bedrockAgent(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow(
      'ReadAndSyncOwnKnowledgeBases',
      [
        'bedrock:GetDataSource',
        'bedrock:GetIngestionJob',
        'bedrock:GetKnowledgeBase',
        'bedrock:ListIngestionJobs',
        'bedrock:StartIngestionJob',
      ],
      [perimeter.arn('bedrock', 'knowledge-base/*')],
    ),
    perimeter.allow('ReadOwnPrompts', ['bedrock:GetPrompt'], [perimeter.arn('bedrock', 'prompt/*')]),
  ];
}

/**
 * Flows and inline agents are left out: the condition that demands a guardrail does not hold for them.
 * Source: Bedrock user guide, "Set up permissions to use guardrails".
 */
export function bedrockAgentRuntime(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow('InvokeOwnAgents', ['bedrock:InvokeAgent'], [perimeter.arn('bedrock', 'agent-alias/*')]),
    perimeter.allow(
      'AskOwnKnowledgeBases',
      ['bedrock:Retrieve'],
      [perimeter.arn('bedrock', 'knowledge-base/*')],
    ),
  ];
}

/**
 * AgentCore also takes bearer tokens, which carry no IAM principal: the perimeter refuses them.
 * Source: AgentCore developer guide, "Use interface VPC endpoints".
 */
export function agentCore(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow(
      'InvokeOwnRuntimes',
      ['bedrock-agentcore:InvokeAgentRuntime'],
      [perimeter.arn('bedrock-agentcore', 'runtime/*')],
    ),
    perimeter.allow(
      'UseOwnMemory',
      [
        'bedrock-agentcore:CreateEvent',
        'bedrock-agentcore:GetEvent',
        'bedrock-agentcore:ListEvents',
        'bedrock-agentcore:RetrieveMemoryRecords',
      ],
      [perimeter.arn('bedrock-agentcore', 'memory/*')],
    ),
  ];
}

export function agentCoreControl(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow(
      'ReadOwnRuntimesAndGateways',
      ['bedrock-agentcore:GetAgentRuntime', 'bedrock-agentcore:GetGateway'],
      [perimeter.arn('bedrock-agentcore', 'runtime/*'), perimeter.arn('bedrock-agentcore', 'gateway/*')],
    ),
  ];
}

export function agentCoreGateway(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow(
      'InvokeOwnGateways',
      ['bedrock-agentcore:InvokeGateway'],
      [perimeter.arn('bedrock-agentcore', 'gateway/*')],
    ),
  ];
}
