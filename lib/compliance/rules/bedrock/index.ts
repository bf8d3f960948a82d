import type { Rule } from '../../rule';
import { agentActionExecutor } from './agent-action-executor';
import { agentActionGroups } from './agent-action-groups';
import { agentCollaboratorHistory } from './agent-collaborator-history';
import { agentGuardrail } from './agent-guardrail';
import { agentIdleSession } from './agent-idle-session';
import { agentMemoryRetention } from './agent-memory-retention';
import { agentOwnRole } from './agent-own-role';
import { aliasVersion } from './alias-version';
import { customerKey } from './customer-key';
import { dataAutomationRedaction } from './data-automation-redaction';
import { dataRetention } from './data-retention';
import { dataRetentionNone } from './data-retention-none';
import { dataSourceDeletion } from './data-source-deletion';
import { dataSourceNotWeb } from './data-source-not-web';
import { dataSourceOwner } from './data-source-owner';
import { dataSourceProtected } from './data-source-protected';
import { doorsDenied } from './doors-denied';
import { endpointModels } from './endpoint-models';
import { enforcedGuardrail } from './enforced-guardrail';
import { enforcedGuardrailKept } from './enforced-guardrail-kept';
import { flowGuardrail } from './flow-guardrail';
import { flowPromptVersion } from './flow-prompt-version';
import { guardrailComplete } from './guardrail-complete';
import { guardrailContent } from './guardrail-content';
import { guardrailCredentials } from './guardrail-credentials';
import { guardrailEncrypted } from './guardrail-encrypted';
import { guardrailEnforced } from './guardrail-enforced';
import { guardrailFiltersAct } from './guardrail-filters-act';
import { guardrailGrounding } from './guardrail-grounding';
import { guardrailIdentifiersAct } from './guardrail-identifiers-act';
import { guardrailOwnIdentifiers } from './guardrail-own-identifiers';
import { guardrailPii } from './guardrail-pii';
import { guardrailPromptAttack } from './guardrail-prompt-attack';
import { guardrailVersioned } from './guardrail-versioned';
import { invocationLogging } from './invocation-logging';
import { invocationLoggingComplete } from './invocation-logging-complete';
import { knowledgeBaseLogged } from './knowledge-base-logged';
import { knowledgeBaseRetained } from './knowledge-base-retained';
import { knowledgeBaseRoleNarrow } from './knowledge-base-role-narrow';
import { knowledgeBaseWithinAws } from './knowledge-base-within-aws';
import { modelApproved } from './model-approved';
import { modelGeography } from './model-geography';
import { modelNotShared } from './model-not-shared';
import { noBearerKeys } from './no-bearer-keys';
import { noMantle } from './no-mantle';
import { noOutsideModels } from './no-outside-models';
import { policyKnownAccounts } from './policy-known-accounts';
import { policyNotPublic } from './policy-not-public';
import { promptVersioned } from './prompt-versioned';
import { reasoningPolicyKept } from './reasoning-policy-kept';
import { versionsKept } from './versions-kept';

/** In the order of their ids. */
export const bedrockRules: readonly Rule[] = [
  agentActionExecutor,
  agentActionGroups,
  agentCollaboratorHistory,
  agentGuardrail,
  agentIdleSession,
  agentMemoryRetention,
  agentOwnRole,
  aliasVersion,
  customerKey,
  dataAutomationRedaction,
  dataRetention,
  dataRetentionNone,
  dataSourceDeletion,
  dataSourceNotWeb,
  dataSourceOwner,
  dataSourceProtected,
  doorsDenied,
  endpointModels,
  enforcedGuardrail,
  enforcedGuardrailKept,
  flowGuardrail,
  flowPromptVersion,
  guardrailComplete,
  guardrailContent,
  guardrailCredentials,
  guardrailEncrypted,
  guardrailEnforced,
  guardrailFiltersAct,
  guardrailGrounding,
  guardrailIdentifiersAct,
  guardrailOwnIdentifiers,
  guardrailPii,
  guardrailPromptAttack,
  guardrailVersioned,
  invocationLogging,
  invocationLoggingComplete,
  knowledgeBaseLogged,
  knowledgeBaseRetained,
  knowledgeBaseRoleNarrow,
  knowledgeBaseWithinAws,
  modelApproved,
  modelGeography,
  modelNotShared,
  noBearerKeys,
  noMantle,
  noOutsideModels,
  policyKnownAccounts,
  policyNotPublic,
  promptVersioned,
  reasoningPolicyKept,
  versionsKept,
];
