import type { Rule } from '../../rule';
import { requireRetained } from './retained';

export const stackRetained: Rule = {
  id: 'cloudformation-stack-retained',
  title: 'nested stacks outlive the stack around them',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Taking one line out of a template otherwise deletes all that the nested stack holds.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::CloudFormation::Stack'],
  check(stack) {
    return requireRetained(stack);
  },
};
