import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const knowledgeBaseRetained: Rule = {
  id: 'bedrock-knowledge-base-retained',
  title: 'knowledge bases outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'What clinicians look up is gone with the stack, and reading all documents in again takes days.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::Bedrock::KnowledgeBase'],
  check: requireRetained,
};
