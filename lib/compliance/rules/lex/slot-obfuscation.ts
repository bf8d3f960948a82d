import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

const TYPE = 'BotLocales[].Intents[].Slots[].ObfuscationSetting.ObfuscationSettingType';

export const slotObfuscation: Rule = {
  id: 'lex-slot-obfuscation',
  title: 'conversation logs hold no answers of patients',
  severity: 'warning',
  controls: ['164.502(b)', '164.514(b)(2)'],
  profiles: ['ai'],
  why: 'Names, dates of birth and numbers that a bot asks for stand in its log, word for word, unless the slot is masked.',
  fix: 'set ObfuscationSetting.ObfuscationSettingType of each slot to DefaultObfuscation',
  resourceTypes: ['AWS::Lex::Bot'],
  check(bot) {
    return placesOf(bot, TYPE).flatMap((type) =>
      requireLiteral(type, (name) => name === 'DefaultObfuscation', 'must be DefaultObfuscation'),
    );
  },
};
