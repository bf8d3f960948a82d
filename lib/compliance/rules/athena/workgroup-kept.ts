import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const workgroupKept: Rule = {
  id: 'athena-workgroup-kept',
  title: 'no workgroup takes its history along',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'The history of queries says who looked for whom.',
  fix: 'drop RecursiveDeleteOption',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    return allowLiteral(
      group.property('RecursiveDeleteOption'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
