import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

const SETTINGS: PlacesByType = {
  'AWS::Lex::Bot': ['TestBotAliasSettings?.ConversationLogSettings'],
  'AWS::Lex::BotAlias': ['ConversationLogSettings'],
};
const LOGS = ['AudioLogSettings', 'TextLogSettings'];

export const conversationLogged: Rule = {
  id: 'lex-conversation-logged',
  title: 'what a bot was told and answered can be looked up',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A patient who was told something wrong has no witness but the log of the conversation.',
  fix: 'give ConversationLogSettings a member of TextLogSettings, and switch on every log it lists',
  resourceTypes: typesOf(SETTINGS),
  check(resource) {
    return placesByType(resource, SETTINGS).flatMap((settings) => [
      ...requireSet(settings.at('TextLogSettings'), 'must list a log'),
      ...LOGS.flatMap((name) => settings.at(name).items()).flatMap((log) =>
        requireLiteral(log.at('Enabled'), isTrue, 'must be true'),
      ),
    ]);
  },
};
