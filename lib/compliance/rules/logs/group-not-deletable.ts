import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const groupNotDeletable: Rule = {
  id: 'logs-group-not-deletable',
  title: 'no log group has its deletion protection turned off',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'Who hides something deletes its log first.',
  fix: 'drop DeletionProtectionEnabled, or set it to true',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    return allowLiteral(group.property('DeletionProtectionEnabled'), isTrue, 'must not be false');
  },
};
