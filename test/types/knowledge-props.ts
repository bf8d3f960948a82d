// Compiled by `tsc -p .`, never run: each line marked below must not compile, as the type is the guard.
import type { AgentAction } from '../../lib/bedrock/agents/agent-action';
import type { PhiAgentProps } from '../../lib/bedrock/agents/phi-agent';
import type { PhiKnowledgeBaseProps } from '../../lib/bedrock/knowledge/phi-knowledge-base';
import type { PhiSearchCollectionProps } from '../../lib/bedrock/knowledge/phi-search-collection';
import type { PhiVectorIndexProps } from '../../lib/bedrock/knowledge/phi-vector-index';

declare const knowledge: PhiKnowledgeBaseProps;
declare const vectors: PhiVectorIndexProps;
declare const collection: PhiSearchCollectionProps;
declare const agent: PhiAgentProps;
declare const action: AgentAction;

export const knowledgeProps: readonly PhiKnowledgeBaseProps[] = [
  // @ts-expect-error vectors go with their documents
  { ...knowledge, dataDeletionPolicy: 'RETAIN' },
  // @ts-expect-error no model parses documents
  { ...knowledge, parsing: 'BEDROCK_FOUNDATION_MODEL' },
  // @ts-expect-error the model is one of those approved
  { ...knowledge, access: undefined },
  // @ts-expect-error what Bedrock holds meanwhile is encrypted
  { ...knowledge, encryptionKey: undefined },
  // @ts-expect-error what was read in is logged
  { ...knowledge, logKey: undefined },
];

export const vectorProps: readonly PhiVectorIndexProps[] = [
  // @ts-expect-error vectors are encrypted
  { ...vectors, encryptionKey: undefined },
  // @ts-expect-error they outlive their stack
  { ...vectors, removalPolicy: 'destroy' },
];

export const collectionProps: readonly PhiSearchCollectionProps[] = [
  // @ts-expect-error it is never public
  { ...collection, allowFromPublic: true },
  // @ts-expect-error it has replicas
  { ...collection, standbyReplicas: 'DISABLED' },
];

export const agentProps: readonly PhiAgentProps[] = [
  // @ts-expect-error the guardrail cannot be left out
  { ...agent, guardrail: undefined },
  // @ts-expect-error it remembers nothing
  { ...agent, memory: { days: 30 } },
  // @ts-expect-error it runs no code that it wrote
  { ...agent, codeInterpreter: true },
  // @ts-expect-error no action is handed back to the caller
  { ...agent, actions: [{ ...action, returnControl: true }] },
  // @ts-expect-error not asking has a reason
  { ...agent, actions: [{ ...action, functions: [{ name: 'a', description: 'b', unconfirmed: true }] }] },
];
