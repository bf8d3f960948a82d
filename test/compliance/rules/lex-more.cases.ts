import { errorsLogged } from '../../../lib/compliance/rules/lex/errors-logged';
import { modelGuardrail } from '../../../lib/compliance/rules/lex/model-guardrail';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const BOT = 'AWS::Lex::Bot';
const GUARDRAIL = { BedrockGuardrailIdentifier: 'g', BedrockGuardrailVersion: '1' };
const MODEL = 'Properties.BotLocales.0.Intents.0.QnAIntentConfiguration.BedrockModelConfiguration';
const answering = (model: JsonObject) =>
  subject(BOT, {
    BotLocales: [{ Intents: [{ QnAIntentConfiguration: { BedrockModelConfiguration: model } }] }],
  });

export const lexMoreCases = [
  casesOf(errorsLogged, {
    'the safe setting is compliant': subject('AWS::Lex::Bot', { ErrorLogSettings: { Enabled: true } }),
    'the unsafe setting is a finding': seen(subject('AWS::Lex::Bot'), 'Properties.ErrorLogSettings.Enabled'),
    'a setting left to a parameter is unknown': subject('AWS::Lex::Bot', {
      ErrorLogSettings: { Enabled: OPEN },
    }),
  }),
  casesOf(modelGuardrail, {
    'a bot without a model is compliant': subject(BOT),
    'a guardrail of a numbered version is compliant': answering({ BedrockGuardrailConfiguration: GUARDRAIL }),
    'no guardrail is a finding': seen(
      answering({}),
      `${MODEL}.BedrockGuardrailConfiguration.BedrockGuardrailIdentifier`,
      `${MODEL}.BedrockGuardrailConfiguration.BedrockGuardrailVersion`,
    ),
    'a draft is a finding': seen(
      answering({ BedrockGuardrailConfiguration: { ...GUARDRAIL, BedrockGuardrailVersion: 'DRAFT' } }),
      `${MODEL}.BedrockGuardrailConfiguration.BedrockGuardrailVersion`,
    ),
    'a trace is a finding': seen(
      answering({ BedrockGuardrailConfiguration: GUARDRAIL, BedrockTraceStatus: 'ENABLED' }),
      `${MODEL}.BedrockTraceStatus`,
    ),
    'an agent behind a bot without a guardrail is a finding': subject(BOT, {
      BotLocales: [
        {
          Intents: [
            {
              BedrockAgentIntentConfiguration: {
                BedrockAgentIntentKnowledgeBaseConfiguration: { BedrockModelConfiguration: {} },
              },
            },
          ],
        },
      ],
    }),
    'a version left to a parameter is unknown': answering({
      BedrockGuardrailConfiguration: { ...GUARDRAIL, BedrockGuardrailVersion: OPEN },
    }),
  }),
];
