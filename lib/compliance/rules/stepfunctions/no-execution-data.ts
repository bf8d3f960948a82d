import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const noExecutionData: Rule = {
  id: 'stepfunctions-no-execution-data',
  title: 'logs of state machines say what happened, not to whom',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'Execution data is the input and output of every step: notes, prompts and answers, copied into a log that others read.',
  fix: 'set LoggingConfiguration.IncludeExecutionData to false or leave it out',
  resourceTypes: ['AWS::StepFunctions::StateMachine'],
  check(machine) {
    return allowLiteral(
      machine.property('LoggingConfiguration.IncludeExecutionData'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
