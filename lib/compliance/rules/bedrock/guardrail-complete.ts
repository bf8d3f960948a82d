import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

const LISTS = [
  'AutomatedReasoningPolicyConfig.Policies',
  'TopicPolicyConfig.TopicsConfig',
  'WordPolicyConfig',
];

export const guardrailComplete: Rule = {
  id: 'bedrock-guardrail-complete',
  title: 'guardrails know denied topics, words, and rules to reason by',
  severity: 'warning',
  controls: ['164.502(b)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'What a model must not advise on, and what an answer must not contradict, is known to the organization only.',
  fix: 'add TopicPolicyConfig, WordPolicyConfig and AutomatedReasoningPolicyConfig',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    return LISTS.flatMap((path) => requireSet(guardrail.property(path), 'must be given'));
  },
};
