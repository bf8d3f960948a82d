import { allowLiteral } from '../../requirement';
import { unknown, type Rule } from '../../rule';
import type { Json } from '../../template/json';
import { PROGRAM_TYPES, variablesOf } from './environment';

const LEVEL = /^(?:(?:\w+_)?LOG_?LEVEL|LOGGING_LEVEL|RUST_LOG)$/iu;
const TALKATIVE = /^(?:all|debug|finest|trace|verbose)$/iu;
const EXPECTATION = 'must not log at the level of debugging';

export const noDebugLogging: Rule = {
  id: 'phi-no-debug-logging',
  title: 'programs do not log at the level of debugging',
  severity: 'warning',
  controls: ['164.502(b)'],
  profiles: ['strict'],
  why: 'Libraries print whole requests and answers when debugged, and nobody masks PHI in what a library prints.',
  fix: 'set the level to INFO or above',
  resourceTypes: PROGRAM_TYPES,
  check(program) {
    const { variables, unreadable } = variablesOf(program);
    const ofPlatform = program.property('LoggingConfig.ApplicationLogLevel');
    return [
      ...unreadable.map(({ path }) => unknown(path, `cannot be read; it ${EXPECTATION}`)),
      ...variables
        .filter(({ name }) => LEVEL.test(name))
        .flatMap(({ value }) => allowLiteral(value, isQuiet, EXPECTATION)),
      ...(program.type === 'AWS::Lambda::Function' ? allowLiteral(ofPlatform, isQuiet, EXPECTATION) : []),
    ];
  },
};

function isQuiet(level: Json): boolean {
  return typeof level !== 'string' || !TALKATIVE.test(level);
}
