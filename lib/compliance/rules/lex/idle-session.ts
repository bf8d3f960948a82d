import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'longest time a conversation may lie idle, in seconds; Lex takes 60 to 86400',
  default: 900,
};

export const idleSession: Rule = {
  id: 'lex-idle-session',
  title: 'conversations with bots end when nobody speaks',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['ai'],
  why: 'Lex keeps what was said until the session ends, and whoever comes next goes on with it.',
  fix: 'lower IdleSessionTTLInSeconds',
  resourceTypes: ['AWS::Lex::Bot'],
  parameters: [seconds],
  check(bot, _template, settings) {
    const longest = settings.of(seconds);
    return requireLiteral(
      bot.property('IdleSessionTTLInSeconds'),
      (ttl) => numberOf(ttl) <= longest,
      `must be at most ${longest} seconds`,
    );
  },
};
