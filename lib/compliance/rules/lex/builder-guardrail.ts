import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { judgeModel } from './model';

const MODELS = ['DescriptiveBotBuilderSpecification', 'SampleUtteranceGenerationSpecification'].map(
  (part) => `BotLocales[].GenerativeAISettings?.BuildtimeSettings?.${part}?.BedrockModelSpecification?`,
);

export const builderGuardrail: Rule = {
  id: 'lex-builder-guardrail',
  title: 'models that help to build a bot have a guardrail of a numbered version',
  severity: 'warning',
  controls: ['164.502(b)'],
  profiles: ['strict'],
  why: 'Whoever describes a bot by an example takes one from a real talk, and the model puts it into what the bot says to others.',
  fix: 'set BedrockGuardrailConfiguration of each BedrockModelSpecification, with a numbered version, and no trace',
  resourceTypes: ['AWS::Lex::Bot'],
  check(bot) {
    return placesOf(bot, ...MODELS).flatMap(judgeModel);
  },
};
