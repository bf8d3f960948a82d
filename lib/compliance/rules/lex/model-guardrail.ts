import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { judgeModel } from './model';

const MODELS = [
  'BotLocales[].Intents[].QnAIntentConfiguration?.BedrockModelConfiguration?',
  'BotLocales[].Intents[].BedrockAgentIntentConfiguration?.BedrockAgentIntentKnowledgeBaseConfiguration?.BedrockModelConfiguration?',
  'BotLocales[].GenerativeAISettings?.RuntimeSettings?.SlotResolutionImprovementSpecification?.BedrockModelSpecification?',
];

export const modelGuardrail: Rule = {
  id: 'lex-model-guardrail',
  title: 'models that hear what a patient tells a bot have a guardrail of a numbered version',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'Between a patient and the model behind a bot there is nobody but the guardrail.',
  fix: 'set BedrockGuardrailConfiguration of each model, with a numbered version, and no trace',
  resourceTypes: ['AWS::Lex::Bot'],
  check(bot) {
    return placesOf(bot, ...MODELS).flatMap(judgeModel);
  },
};
