import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const workgroupMetered: Rule = {
  id: 'athena-workgroup-metered',
  title: 'workgroups report their queries to CloudWatch',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'A sudden rise in data read is how a copy of everything shows.',
  fix: 'leave PublishCloudWatchMetricsEnabled out, or set it to true',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    return allowLiteral(
      group.property('WorkGroupConfiguration.PublishCloudWatchMetricsEnabled'),
      isTrue,
      'must be true',
    );
  },
};
