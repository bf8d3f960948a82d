import type { Rule } from '../../rule';
import { excludesOnlyLogs } from './exclusions';
import { requireSelector, takesAll } from './selectors';

export const dynamodbDataEvents: Rule = {
  id: 'cloudtrail-dynamodb-data-events',
  title: 'trails record who reads and writes items of DynamoDB',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Reading a record out of a table is a data event, as it is in a bucket.',
  fix: 'add a data event selector for AWS::DynamoDB::Table without further fields',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return requireSelector(
      trail,
      (selector) => takesAll(selector, 'AWS::DynamoDB::Table') && excludesOnlyLogs(selector, trail),
      'must take all data events of AWS::DynamoDB::Table',
    );
  },
};
