import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const cloudwatchDelivery: Rule = {
  id: 'cloudtrail-cloudwatch-delivery',
  title: 'trails deliver to CloudWatch Logs, where alarms can watch them',
  severity: 'error',
  controls: ['164.308(a)(1)(ii)(D)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'A record that nothing watches is read after the breach, not during it.',
  fix: 'set CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    return [
      ...requireSet(trail.property('CloudWatchLogsLogGroupArn'), 'must name a log group'),
      ...requireSet(trail.property('CloudWatchLogsRoleArn'), 'must name a role'),
    ];
  },
};
