import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const versionsKept: Rule = {
  id: 'bedrock-versions-kept',
  title: 'numbered versions of guardrails and prompts outlive their replacement',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.316(b)(2)(i)'],
  profiles: ['ai'],
  why: 'Callers name a version: when it goes their calls fail, and what an answer went through can no longer be shown.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::Bedrock::GuardrailVersion', 'AWS::Bedrock::PromptVersion'],
  check: requireRetained,
};
