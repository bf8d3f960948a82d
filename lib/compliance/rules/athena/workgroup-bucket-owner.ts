import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';

export const workgroupBucketOwner: Rule = {
  id: 'athena-workgroup-bucket-owner',
  title: 'workgroups say whose bucket takes the results',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A bucket that is deleted can be made again, under the same name, by somebody else.',
  fix: 'set ResultConfiguration.ExpectedBucketOwner',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    const result = group.property('WorkGroupConfiguration.ResultConfiguration');
    if (!result.isPresent) return 'not-applicable';
    return whereThere(result, (each) =>
      requirePresent(each.at('ExpectedBucketOwner'), 'must name the account'),
    );
  },
};
