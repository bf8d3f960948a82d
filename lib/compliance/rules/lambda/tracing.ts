import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const tracing: Rule = {
  id: 'lambda-tracing',
  title: 'calls of functions are traced',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A trace shows which services a request passed through, which no single log does.',
  fix: 'set TracingConfig.Mode to Active; put no PHI into annotations',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    return requireLiteral(
      lambda.property('TracingConfig.Mode'),
      (mode) => mode === 'Active',
      'must be Active',
    );
  },
};
