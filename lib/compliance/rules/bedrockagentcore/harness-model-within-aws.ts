import { finding, unknown, type Rule } from '../../rule';

const ELSEWHERE = ['GeminiModelConfig', 'LiteLlmModelConfig', 'OpenAiModelConfig'];

export const harnessModelWithinAws: Rule = {
  id: 'bedrockagentcore-harness-model-within-aws',
  title: 'harnesses send prompts to models on Bedrock only',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.502(e)'],
  profiles: ['hipaa', 'ai'],
  why: 'A prompt to the model of another company is a disclosure that the agreement with AWS does not cover.',
  fix: 'use Model.BedrockModelConfig, or waive this with your agreement with the provider',
  resourceTypes: ['AWS::BedrockAgentCore::Harness'],
  check(harness) {
    const model = harness.property('Model');
    if (model.values.some(({ kind }) => kind === 'unknown')) {
      return [unknown(model.path, 'cannot be read; it must be a model on Bedrock')];
    }
    return ELSEWHERE.map((name) => model.at(name))
      .filter((config) => config.isPresent)
      .map((config) => finding(config.path, 'sends prompts to a model outside AWS'));
  },
};
