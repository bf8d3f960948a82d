import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const memoryRetained: Rule = {
  id: 'bedrockagentcore-memory-retained',
  title: 'memories of agents outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'What an agent learned in conversations with a patient cannot be learned again.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::BedrockAgentCore::Memory'],
  check: requireRetained,
};
