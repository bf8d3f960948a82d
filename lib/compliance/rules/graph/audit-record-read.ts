import { finding, unknown, type Rule } from '../../rule';
import { linked } from '../cloudformation/companions';

/** What reads a log group while it is written. */
const readers = linked(
  ['AWS::Logs::MetricFilter', 'AWS::Logs::SubscriptionFilter'],
  (filter) => filter.property('LogGroupName'),
  'LogGroupName',
);

export const auditRecordRead: Rule = {
  id: 'graph-audit-record-read',
  title: 'something reads the log group that a trail writes to',
  severity: 'error',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A record that nobody and nothing looks at finds no intrusion; the rule asks for regular review.',
  fix: 'add a metric filter with an alarm, or a subscription filter, to the log group of the trail',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail) {
    const group = trail.property('CloudWatchLogsLogGroupArn');
    if (!group.isPresent) return 'not-applicable';
    const groups = group.targets();
    if (groups.length === 0)
      return [unknown(group.path, 'names a log group outside the assembly; it must have a reader')];
    return groups
      .filter((each) => readers(each).length === 0)
      .map(({ logicalId }) =>
        finding(group.path, `is ${logicalId}, which no metric or subscription filter reads`),
      );
  },
};
