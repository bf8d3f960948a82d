import { idleSession } from '../../../lib/compliance/rules/lex/idle-session';
import { policyNotPublic } from '../../../lib/compliance/rules/lex/policy-not-public';
import { recordingKey } from '../../../lib/compliance/rules/lex/recording-key';
import { slotObfuscation } from '../../../lib/compliance/rules/lex/slot-obfuscation';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, OPEN, resource, seen, subject } from '../../support/judge-template';
import { lexMoreCases } from './lex-more.cases';

const BOT = 'AWS::Lex::Bot';
const ALIAS = 'AWS::Lex::BotAlias';
const POLICY = 'AWS::Lex::ResourcePolicy';
const KEY = { Key: resource('AWS::KMS::Key') };
const policy = (principal: Json) =>
  subject(POLICY, {
    Policy: { Statement: { Effect: 'Allow', Principal: principal, Action: 'lex:*', Resource: '*' } },
  });
const logged = (bucket: JsonObject): JsonObject => ({
  AudioLogSettings: [{ Enabled: true, Destination: { S3Bucket: { LogPrefix: 'p', ...bucket } } }],
});
const recorded = (bucket: JsonObject) => subject(ALIAS, { ConversationLogSettings: logged(bucket) }, KEY);
const AUDIO = 'ConversationLogSettings.AudioLogSettings.0.Destination.S3Bucket.KmsKeyArn';
const grammar = (source: JsonObject) =>
  subject(
    BOT,
    {
      BotLocales: [
        {
          SlotTypes: [
            {
              ExternalSourceSetting: { GrammarSlotTypeSetting: { Source: { S3BucketName: 'b', ...source } } },
            },
          ],
        },
      ],
    },
    KEY,
  );
const asking = (...slots: readonly Json[]) =>
  subject(BOT, { BotLocales: [{ LocaleId: 'en_US', Intents: [{ Name: 'i', Slots: slots }] }] });
const masked = (type: Json): JsonObject => ({ ObfuscationSetting: { ObfuscationSettingType: type } });

export const lexCases = [
  ...lexMoreCases,
  casesOf(idleSession, {
    'fifteen minutes is compliant': subject(BOT, { IdleSessionTTLInSeconds: 900 }),
    'a second more is a finding': seen(
      subject(BOT, { IdleSessionTTLInSeconds: 901 }),
      'Properties.IdleSessionTTLInSeconds',
    ),
    'nothing said is a finding': subject(BOT),
    'a time left to a parameter is unknown': subject(BOT, { IdleSessionTTLInSeconds: OPEN }),
  }),
  casesOf(policyNotPublic, {
    'a service is compliant': policy({ Service: 'connect.amazonaws.com' }),
    'everybody is a finding': seen(policy('*'), 'Properties.Policy.Statement'),
    'a policy left to a parameter is unknown': subject(POLICY, { Policy: OPEN }),
  }),
  casesOf(recordingKey, {
    'no recordings is compliant': subject(ALIAS),
    'recordings under a key is compliant': recorded({ KmsKeyArn: arn('Key') }),
    'recordings without a key is a finding': seen(recorded({}), `Properties.${AUDIO}`),
    'recordings of a test without a key is a finding': seen(
      subject(BOT, { TestBotAliasSettings: { ConversationLogSettings: logged({}) } }),
      `Properties.TestBotAliasSettings.${AUDIO}`,
    ),
    'a grammar under a key is compliant': grammar({ KmsKeyArn: arn('Key') }),
    'a grammar without a key is a finding': seen(
      grammar({}),
      'Properties.BotLocales.0.SlotTypes.0.ExternalSourceSetting.GrammarSlotTypeSetting.Source.KmsKeyArn',
    ),
    'a key left to a parameter is unknown': recorded({ KmsKeyArn: OPEN }),
  }),
  casesOf(slotObfuscation, {
    'no slots is compliant': subject(BOT),
    'masked slots is compliant': asking({ Name: 's', ...masked('DefaultObfuscation') }),
    'a slot of which nothing is said is a finding': seen(
      asking(masked('DefaultObfuscation'), { Name: 's' }),
      'Properties.BotLocales.0.Intents.0.Slots.1.ObfuscationSetting.ObfuscationSettingType',
    ),
    'a slot in clear is a finding': asking(masked('None')),
    'a setting left to a parameter is unknown': asking(masked(OPEN)),
    'locales left to a parameter is unknown': subject(BOT, { BotLocales: OPEN }),
  }),
];
