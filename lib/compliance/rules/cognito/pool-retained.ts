import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const poolRetained: Rule = {
  id: 'cognito-pool-retained',
  title: 'user pools outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'A deleted pool takes every identity with it, and there is no backup of passwords.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check: requireRetained,
};
