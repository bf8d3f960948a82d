import type { PlacesByType } from '../cloudformation/places';

/** Where types name a model, or the profile through which it is called. */
export const MODELS: PlacesByType = {
  'AWS::Bedrock::Agent': [
    'FoundationModel?',
    'PromptOverrideConfiguration?.PromptConfigurations[].FoundationModel?',
  ],
  'AWS::Bedrock::ApplicationInferenceProfile': ['ModelSource.CopyFrom?'],
  'AWS::Bedrock::Flow': [
    'Definition.Nodes[].Configuration.Prompt?.SourceConfiguration.Inline?.ModelId?',
    'Definition.Nodes[].Configuration.KnowledgeBase?.ModelId?',
  ],
  'AWS::Bedrock::Guardrail': ['CrossRegionConfig?.GuardrailProfileArn?'],
  'AWS::Bedrock::IntelligentPromptRouter': ['Models[].ModelArn?', 'FallbackModel?.ModelArn?'],
  'AWS::Bedrock::Prompt': ['Variants[].ModelId?'],
  'AWS::BedrockAgentCore::Harness': ['Model?.BedrockModelConfig?.ModelId?'],
};
