import type { Rule } from '../../rule';
import { excludesOnlyLogs } from './exclusions';
import { requireSelector, takesAll } from './selectors';

export const lambdaDataEvents: Rule = {
  id: 'cloudtrail-lambda-data-events',
  title: 'trails record who invokes functions',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'A function that reads records may be called past every gateway that logs.',
  fix: 'add a data event selector for AWS::Lambda::Function without further fields',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireSelector(
      trail,
      (selector) => takesAll(selector, 'AWS::Lambda::Function') && excludesOnlyLogs(selector, trail),
      'must take all data events of AWS::Lambda::Function',
    );
  },
};
