import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const observed: Rule = {
  id: 'apprunner-observed',
  title: 'requests to web services are traced',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A trace shows which services a request passed through, which no single log does.',
  fix: 'set ObservabilityConfiguration.ObservabilityEnabled to true',
  resourceTypes: ['AWS::AppRunner::Service'],
  check(service) {
    return requireLiteral(
      service.property('ObservabilityConfiguration.ObservabilityEnabled'),
      isTrue,
      'must be true',
    );
  },
};
