import { finding, unknown, type Rule } from '../../rule';
import { ACL_ENTRY, numbersOf } from './acl-entry';
import { siblings } from './acl-siblings';

export const networkAclNoDuplicates: Rule = {
  id: 'ec2-network-acl-no-duplicates',
  title: 'entries of one network ACL have numbers of their own in each direction',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Only one of two entries with the same number is there: which one depends on what deploys last.',
  fix: 'give each entry of the ACL its own RuleNumber',
  resourceTypes: [ACL_ENTRY],
  check(entry) {
    const path = 'Properties.RuleNumber';
    const mine = numbersOf(entry.property('RuleNumber'));
    const isTaken = siblings(entry).some((other) =>
      numbersOf(other.property('RuleNumber')).some((number) => number !== undefined && mine.includes(number)),
    );
    if (isTaken) return [finding(path, 'is the number of another entry of the same ACL and direction')];
    return mine.includes(undefined) ? [unknown(path, 'cannot be read; it must be unlike the others')] : [];
  },
};
