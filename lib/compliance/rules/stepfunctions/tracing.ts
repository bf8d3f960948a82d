import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const tracing: Rule = {
  id: 'stepfunctions-tracing',
  title: 'executions of state machines are traced',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A trace shows which services a record passed through, which no single log does.',
  fix: 'set TracingConfiguration.Enabled to true',
  resourceTypes: ['AWS::StepFunctions::StateMachine'],
  check(machine) {
    return requireLiteral(machine.property('TracingConfiguration.Enabled'), isTrue, 'must be true');
  },
};
