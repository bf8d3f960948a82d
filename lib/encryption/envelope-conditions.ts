import { BRANCH_KEY_CONTEXT, DATA_KEY_CONTEXT, TENANT_TAG } from '../contract/encryption-context';

/** Conditions of a policy statement: by operator, then by key. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | boolean | readonly string[]>>>
>;

export const TENANT_TAG_KEY = `aws:PrincipalTag/${TENANT_TAG}`;
/** A policy variable, filled in by IAM: the tenant of whoever calls. */
export const TENANT_OF_CALLER = `\${${TENANT_TAG_KEY}}`;

const contextKey = (name: string): string => `kms:EncryptionContext:${name}`;
export const DATA_KEY_TENANT = contextKey(DATA_KEY_CONTEXT.tenant);
export const BRANCH_KEY_TENANT = contextKey(BRANCH_KEY_CONTEXT.tenant);
export const LOGICAL_KEY_STORE_NAME = contextKey(BRANCH_KEY_CONTEXT.logicalKeyStoreName);

/**
 * `kms:EncryptionContext:…` demands pairs and lets others pass, in any case of letters; the list of keys closes both
 * gaps. Source: KMS developer guide, "kms:EncryptionContext:context-key", "Case sensitivity of the encryption context
 * condition".
 */
function noOtherKeysThan(context: Readonly<Record<string, string>>): Conditions {
  return { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': Object.values(context) } };
}

/** A data key of the caller's own tenant, for some purpose. What else stands in the context would stand in CloudTrail. */
export function ownDataKey(): Conditions {
  return {
    StringEquals: { [DATA_KEY_TENANT]: TENANT_OF_CALLER },
    Null: { [contextKey(DATA_KEY_CONTEXT.purpose)]: 'false' },
    ...noOtherKeysThan(DATA_KEY_CONTEXT),
  };
}

/** A branch key of the caller's own tenant, in one key store. */
export function ownBranchKey(logicalKeyStoreName: string): Conditions {
  return {
    StringEquals: {
      [BRANCH_KEY_TENANT]: TENANT_OF_CALLER,
      [LOGICAL_KEY_STORE_NAME]: logicalKeyStoreName,
    },
    ...noOtherKeysThan(BRANCH_KEY_CONTEXT),
  };
}

/** A branch key of any tenant, in one key store, for callers who are no tenant themselves. */
export function anyBranchKey(logicalKeyStoreName: string): Conditions {
  return {
    StringEquals: { [LOGICAL_KEY_STORE_NAME]: logicalKeyStoreName },
    Null: { [BRANCH_KEY_TENANT]: 'false', [TENANT_TAG_KEY]: 'true' },
    ...noOtherKeysThan(BRANCH_KEY_CONTEXT),
  };
}

/** Re-encryption under another key would hand the branch key to whoever may open that one. */
export function anyBranchKeyUnderTheSameKey(logicalKeyStoreName: string): Conditions {
  return { ...anyBranchKey(logicalKeyStoreName), Bool: { 'kms:ReEncryptOnSameKey': 'true' } };
}
