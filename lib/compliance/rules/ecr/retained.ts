import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireRetained } from '../cloudformation/retained';

export const retained: Rule = {
  id: 'ecr-retained',
  title: 'images outlive their stack',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)'],
  profiles: ['strict'],
  why: 'Without its image a task cannot be started again, nor an incident be looked into.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain, and leave EmptyOnDelete out',
  resourceTypes: ['AWS::ECR::Repository'],
  check(repository) {
    return [
      ...requireRetained(repository),
      ...allowLiteral(repository.property('EmptyOnDelete'), (value) => !isTrue(value), 'must not be true'),
    ];
  },
};
