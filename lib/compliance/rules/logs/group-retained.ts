import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const groupRetained: Rule = {
  id: 'logs-group-retained',
  title: 'log groups outlive their stack',
  severity: 'error',
  controls: ['164.312(b)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Who takes a stack away would take away the record of what it did.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    return requireRetained(group);
  },
};
