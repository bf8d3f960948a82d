import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const errorsLogged: Rule = {
  id: 'lex-errors-logged',
  title: 'errors of bots are logged',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A bot that fails a patient leaves no trace otherwise.',
  fix: 'set ErrorLogSettings.Enabled to true',
  resourceTypes: ['AWS::Lex::Bot'],
  check(bot) {
    return requireLiteral(bot.property('ErrorLogSettings.Enabled'), isTrue, 'must be true');
  },
};
