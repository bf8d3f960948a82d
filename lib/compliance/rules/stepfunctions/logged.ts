import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const LEVELS: readonly unknown[] = ['ALL', 'ERROR', 'FATAL'];

export const logged: Rule = {
  id: 'stepfunctions-logged',
  title: 'state machines record what they did',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'The history of a standard execution is gone after 90 days, and an express one has none.',
  fix: 'set LoggingConfiguration with Level ALL, a log group, and IncludeExecutionData false',
  resourceTypes: ['AWS::StepFunctions::StateMachine'],
  check(machine) {
    return requireLiteral(
      machine.property('LoggingConfiguration.Level'),
      (level) => LEVELS.includes(level),
      'must be ALL; by default it is OFF',
    );
  },
};
