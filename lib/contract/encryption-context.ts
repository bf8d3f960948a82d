/**
 * Tag of a principal that says which one tenant it acts for: of a role, or of a session of it. Key and table policies
 * compare it with the tenant that a call names.
 */
export const TENANT_TAG = 'tenant';

/**
 * An opaque id of a tenant, as a tag, a row and CloudTrail hold it: never a name of a person. IAM takes 256 characters for the
 * value of a tag, and more kinds of them.
 */
export const TENANT_ID = /^[\w.-]{1,128}$/u;

/** What KMS is told of a data key of its own: these pairs and no other. */
export const DATA_KEY_CONTEXT = { tenant: 'tenant', purpose: 'purpose' } as const;

/**
 * What KMS is told of a branch key. All but `tenant` are laid down by the branch key store of the AWS Encryption SDK;
 * `version` is there for the active row only. Source: AWS Encryption SDK specification, framework/branch-key-store.md,
 * "Encryption Context".
 */
export const BRANCH_KEY_CONTEXT = {
  branchKeyId: 'branch-key-id',
  type: 'type',
  version: 'version',
  createTime: 'create-time',
  /** The logical name of the key store, whatever the table is called. */
  logicalKeyStoreName: 'tablename',
  kmsArn: 'kms-arn',
  hierarchyVersion: 'hierarchy-version',
  tenant: 'aws-crypto-ec:tenant',
} as const;
