import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { sessionInputs } from './session-document';

/** Session Manager ends a session after 20 idle minutes when nothing is said. */
const minutes: Parameter<number> = {
  name: 'idleMinutes',
  description: 'longest time that a shell may be idle, in minutes',
  default: 20,
};

export const sessionTimeout: Rule = {
  id: 'ssm-session-timeout',
  title: 'a shell that nobody uses ends by itself',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['hipaa'],
  parameters: [minutes],
  why: 'A shell left open belongs to whoever sits down next.',
  fix: 'set inputs.idleSessionTimeout to at most 20',
  resourceTypes: ['AWS::SSM::Document'],
  check(document, _, settings) {
    const longest = settings.of(minutes);
    const inputs = sessionInputs(document);
    if (inputs.length === 0) return 'not-applicable';
    return inputs.flatMap((each) =>
      allowLiteral(
        each.at('idleSessionTimeout'),
        (value) => value === '' || numberOf(value) <= longest,
        `must be at most ${longest} minutes`,
      ),
    );
  },
};
