import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireNumberedVersion } from '../bedrock/numbered-version';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

/** What a model does for a bot besides answering: when it is built, and when it has to understand. */
const settings = (part: string) => `BotLocales[].GenerativeAISettings?.${part}?.BedrockModelSpecification?`;
const MODELS = [
  'BotLocales[].Intents[].QnAIntentConfiguration?.BedrockModelConfiguration?',
  'BotLocales[].Intents[].BedrockAgentIntentConfiguration?.BedrockAgentIntentKnowledgeBaseConfiguration?.BedrockModelConfiguration?',
  settings('BuildtimeSettings?.DescriptiveBotBuilderSpecification'),
  settings('BuildtimeSettings?.SampleUtteranceGenerationSpecification'),
  settings('RuntimeSettings?.SlotResolutionImprovementSpecification'),
];

export const modelGuardrail: Rule = {
  id: 'lex-model-guardrail',
  title: 'answers that a bot has a model write pass a guardrail of a numbered version',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'Between a patient and the model behind a bot there is nobody but the guardrail.',
  fix: 'set BedrockGuardrailConfiguration of each BedrockModelConfiguration, with a numbered version, and no trace',
  resourceTypes: ['AWS::Lex::Bot'],
  check(bot) {
    return placesOf(bot, ...MODELS).flatMap((model) => {
      const guardrail = model.at('BedrockGuardrailConfiguration');
      return [
        ...requireSet(guardrail.at('BedrockGuardrailIdentifier'), 'must name a guardrail'),
        ...requireNumberedVersion(guardrail.at('BedrockGuardrailVersion')),
        ...allowLiteral(model.at('BedrockTraceStatus'), (trace) => trace === 'DISABLED', 'must be DISABLED'),
      ];
    });
  },
};
