import { allowLiteral } from '../../requirement';
import { unknown, type Rule } from '../../rule';
import { PROGRAM_TYPES, variablesOf } from './environment';

/** Source: Powertools for AWS Lambda, "Environment variables": logs the incoming event, or dumps it in development. */
const DUMPS: ReadonlySet<string> = new Set([
  'POWERTOOLS_LOGGER_LOG_EVENT',
  'POWERTOOLS_DEV',
  'POWERTOOLS_DEBUG',
]);
const OFF: readonly unknown[] = [false, 0, 'false', '0', '', 'off', 'no'];

export const noEventLogging: Rule = {
  id: 'phi-no-event-logging',
  title: 'functions do not log the events they get',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'An event is what the caller sent: a form, a note or a prompt, copied word for word into a log that many may read.',
  fix: 'set the variable to false, or leave it out',
  resourceTypes: PROGRAM_TYPES,
  check(program) {
    const { variables, unreadable } = variablesOf(program);
    return [
      ...unreadable.map(({ path }) => unknown(path, 'cannot be read; it must switch no log of events on')),
      ...variables
        .filter(({ name }) => DUMPS.has(name))
        .flatMap(({ name, value }) =>
          allowLiteral(
            value,
            (set) => OFF.includes(typeof set === 'string' ? set.toLowerCase() : set),
            `must not switch ${name} on`,
          ),
        ),
    ];
  },
};
