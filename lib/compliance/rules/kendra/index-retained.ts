import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const indexRetained: Rule = {
  id: 'kendra-index-retained',
  title: 'indexes outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'What clinicians look up is gone with the stack, and reading all documents in again takes days.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::Kendra::Index'],
  check: requireRetained,
};
