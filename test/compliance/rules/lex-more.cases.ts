import { conversationLogged } from '../../../lib/compliance/rules/lex/conversation-logged';
import { errorsLogged } from '../../../lib/compliance/rules/lex/errors-logged';
import { modelGuardrail } from '../../../lib/compliance/rules/lex/model-guardrail';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const BOT = 'AWS::Lex::Bot';
const ALIAS = 'AWS::Lex::BotAlias';
const talking = (settings: JsonObject) => subject(ALIAS, { ConversationLogSettings: settings });
const GUARDRAIL = { BedrockGuardrailIdentifier: 'g', BedrockGuardrailVersion: '1' };
const MODEL = 'Properties.BotLocales.0.Intents.0.QnAIntentConfiguration.BedrockModelConfiguration';
const answering = (model: JsonObject) =>
  subject(BOT, {
    BotLocales: [{ Intents: [{ QnAIntentConfiguration: { BedrockModelConfiguration: model } }] }],
  });

const WITHOUT = { Enabled: true, BedrockModelSpecification: { ModelArn: 'm' } };
const generating = (settings: JsonObject) =>
  subject(BOT, { BotLocales: [{ LocaleId: 'en_US', GenerativeAISettings: settings }] });
const unguarded = (part: string) =>
  ['Identifier', 'Version'].map(
    (name) =>
      `Properties.BotLocales.0.GenerativeAISettings.${part}.BedrockModelSpecification.BedrockGuardrailConfiguration.BedrockGuardrail${name}`,
  );

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
    'a model that builds a bot without a guardrail is a finding': seen(
      generating({ BuildtimeSettings: { DescriptiveBotBuilderSpecification: WITHOUT } }),
      ...unguarded('BuildtimeSettings.DescriptiveBotBuilderSpecification'),
    ),
    'a model that makes up utterances without a guardrail is a finding': generating({
      BuildtimeSettings: { SampleUtteranceGenerationSpecification: WITHOUT },
    }),
    'a model that fills slots without a guardrail is a finding': seen(
      generating({ RuntimeSettings: { SlotResolutionImprovementSpecification: WITHOUT } }),
      ...unguarded('RuntimeSettings.SlotResolutionImprovementSpecification'),
    ),
    'a version left to a parameter is unknown': answering({
      BedrockGuardrailConfiguration: { ...GUARDRAIL, BedrockGuardrailVersion: OPEN },
    }),
  }),
  casesOf(conversationLogged, {
    'a log of what was said is compliant': talking({ TextLogSettings: [{ Enabled: true }] }),
    'a bot without a test alias is compliant': subject(BOT),
    'no settings is a finding': seen(subject(ALIAS), 'Properties.ConversationLogSettings.TextLogSettings'),
    'recordings alone is a finding': talking({ AudioLogSettings: [{ Enabled: true }] }),
    'a log switched off is a finding': seen(
      talking({ TextLogSettings: [{ Enabled: true }], AudioLogSettings: [{ Enabled: false }] }),
      'Properties.ConversationLogSettings.AudioLogSettings.0.Enabled',
    ),
    'a test alias without a log is a finding': seen(
      subject(BOT, { TestBotAliasSettings: { Description: 'd' } }),
      'Properties.TestBotAliasSettings.ConversationLogSettings.TextLogSettings',
    ),
    'a log left to a parameter is unknown': talking({ TextLogSettings: [{ Enabled: OPEN }] }),
    'settings left to a parameter is unknown': subject(ALIAS, { ConversationLogSettings: OPEN }),
  }),
];
