import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const enforcedGuardrailKept: Rule = {
  id: 'bedrock-enforced-guardrail-kept',
  title: 'the guardrail of the account outlives its stack',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['ai'],
  why: 'When the stack goes, every caller in the account is without a guardrail at once, and nobody is told.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain, on the guardrail as well: Bedrock deletes none that is enforced',
  resourceTypes: ['AWS::Bedrock::EnforcedGuardrailConfiguration'],
  check: requireRetained,
};
