import type { Rule } from '../../rule';
import { bedrockInvokeGuardrail } from './bedrock-invoke-guardrail';
import { bedrockInvokeModels } from './bedrock-invoke-models';
import { noBroadManagedPolicy } from './no-broad-managed-policy';
import { noUsers } from './no-users';
import { noWildcardAction } from './no-wildcard-action';
import { noWildcardResource } from './no-wildcard-resource';
import { trustNotPublic } from './trust-not-public';

/** In the order of their ids. */
export const iamRules: readonly Rule[] = [
  bedrockInvokeGuardrail,
  bedrockInvokeModels,
  noBroadManagedPolicy,
  noUsers,
  noWildcardAction,
  noWildcardResource,
  trustNotPublic,
];
