import type { Rule } from '../../rule';
import { agentActionGroups } from './agent-action-groups';
import { agentCollaboratorHistory } from './agent-collaborator-history';
import { agentGuardrail } from './agent-guardrail';
import { agentIdleSession } from './agent-idle-session';
import { agentMemoryRetention } from './agent-memory-retention';
import { agentOwnRole } from './agent-own-role';
import { aliasVersion } from './alias-version';
import { customerKey } from './customer-key';
import { dataSourceDeletion } from './data-source-deletion';
import { dataSourceNotWeb } from './data-source-not-web';
import { enforcedGuardrail } from './enforced-guardrail';
import { flowGuardrail } from './flow-guardrail';
import { guardrailContent } from './guardrail-content';
import { guardrailEncrypted } from './guardrail-encrypted';
import { guardrailGrounding } from './guardrail-grounding';
import { guardrailOwnIdentifiers } from './guardrail-own-identifiers';
import { guardrailPii } from './guardrail-pii';
import { guardrailPromptAttack } from './guardrail-prompt-attack';
import { guardrailVersioned } from './guardrail-versioned';
import { invocationLogging } from './invocation-logging';
import { invocationLoggingComplete } from './invocation-logging-complete';
import { knowledgeBaseWithinAws } from './knowledge-base-within-aws';
import { modelGeography } from './model-geography';
import { noBearerKeys } from './no-bearer-keys';
import { noMantle } from './no-mantle';
import { policyNotPublic } from './policy-not-public';

/** In the order of their ids. */
export const bedrockRules: readonly Rule[] = [
  agentActionGroups,
  agentCollaboratorHistory,
  agentGuardrail,
  agentIdleSession,
  agentMemoryRetention,
  agentOwnRole,
  aliasVersion,
  customerKey,
  dataSourceDeletion,
  dataSourceNotWeb,
  enforcedGuardrail,
  flowGuardrail,
  guardrailContent,
  guardrailEncrypted,
  guardrailGrounding,
  guardrailOwnIdentifiers,
  guardrailPii,
  guardrailPromptAttack,
  guardrailVersioned,
  invocationLogging,
  invocationLoggingComplete,
  knowledgeBaseWithinAws,
  modelGeography,
  noBearerKeys,
  noMantle,
  policyNotPublic,
];
