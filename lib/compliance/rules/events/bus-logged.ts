import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const LEVELS: readonly unknown[] = ['ERROR', 'INFO', 'TRACE'];

export const busLogged: Rule = {
  id: 'events-bus-logged',
  title: 'event buses record what they could not deliver',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A rule that fails is silent; the record it should have moved is simply not there.',
  fix: 'set LogConfig with Level ERROR and IncludeDetail NONE, and a delivery to CloudWatch Logs',
  resourceTypes: ['AWS::Events::EventBus'],
  check(bus) {
    return requireLiteral(
      bus.property('LogConfig.Level'),
      (level) => LEVELS.includes(level),
      'must be ERROR, INFO or TRACE; by default it is OFF',
    );
  },
};
