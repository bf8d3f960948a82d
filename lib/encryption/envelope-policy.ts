import { Aws, aws_iam as iam } from 'aws-cdk-lib';
import {
  anyBranchKey,
  anyBranchKeyUnderTheSameKey,
  BRANCH_KEY_TENANT,
  DATA_KEY_TENANT,
  LOGICAL_KEY_STORE_NAME,
  ownBranchKey,
  ownDataKey,
  TENANT_OF_CALLER,
  TENANT_TAG_KEY,
  type Conditions,
} from './envelope-conditions';
import { ADMINISTRATIVE_ACTIONS, CRYPTOGRAPHIC_ACTIONS, DELETION_WAIT_DAYS } from './key-policy';

/** What tells about a key and changes nothing: any identity may, if its own policy says so. */
const READING = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
] as const;
/** Administration of a key whose material is imported. */
export const IMPORT_ACTIONS = [
  'kms:DeleteImportedKeyMaterial',
  'kms:GetParametersForImport',
  'kms:ImportKeyMaterial',
] as const;
const REPLICATE = 'kms:ReplicateKey';
/** Administration of a copy: it may become the primary key. */
export const REPLICA_ACTIONS = ['kms:UpdatePrimaryRegion'] as const;
/** Administration of a key that is copied. */
export const PRIMARY_ACTIONS = [REPLICATE, ...REPLICA_ACTIONS] as const;
const CHANGING = [...ADMINISTRATIVE_ACTIONS, ...IMPORT_ACTIONS, ...PRIMARY_ACTIONS].filter(
  (action) => !READING.some((reading) => reading === action),
);

/** Calls that take or give plaintext: a tenant's own affair. */
const WITH_PLAINTEXT = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair'];
/** Calls in which no plaintext leaves KMS. */
const WITHOUT_PLAINTEXT = [
  'kms:GenerateDataKeyPairWithoutPlaintext',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const EVERY_USE = [...new Set([...CRYPTOGRAPHIC_ACTIONS, ...WITH_PLAINTEXT, ...WITHOUT_PLAINTEXT])];

export interface EnvelopePolicyProps {
  /** ARN patterns, the deployment role and the root user among them. */
  readonly administrators: readonly string[];
  /** Administrative actions that only this kind of key has. */
  readonly furtherActions: readonly string[];
  readonly logicalKeyStoreName: string | undefined;
  /** Regions the key may be copied to; none for a key of one Region, and for a copy. */
  readonly replicaRegions: readonly string[];
}

/**
 * The key policy of the envelope library.
 *
 * - Administrators hold the administrative actions and are denied every cryptographic one; everybody else is denied the
 *   administrative ones that change something.
 * - A call must name a tenant in its encryption context. A call with plaintext comes from that tenant: from a principal
 *   with its tag. A call without plaintext, which makes branch keys, comes from a principal without such a tag.
 * - What is allowed so is handed to the account: the caller's own policy must allow it too.
 * - No service uses the key, and nobody makes grants on it.
 *
 * The Deny statements repeat what the Allow statements leave out, so that a statement added later widens nothing.
 * Supports 45 CFR 164.308(a)(3)(i), 164.308(a)(4)(ii)(B), 164.312(a)(1) and 164.312(a)(2)(iv). Source: KMS developer
 * guide, "AWS KMS condition keys", "ABAC for AWS KMS"; IAM user guide, "IAM policy elements: Variables and tags".
 */
export function envelopePolicy(props: EnvelopePolicyProps): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [...duties(props), ...guards(props.logicalKeyStoreName), ...uses(props.logicalKeyStoreName)],
  });
}

function duties({
  administrators,
  furtherActions,
  replicaRegions,
}: EnvelopePolicyProps): iam.PolicyStatement[] {
  const named = { ArnLike: { 'aws:PrincipalArn': administrators } };
  return [
    allow('AdministratorsManageTheKey', [...ADMINISTRATIVE_ACTIONS, ...furtherActions], named),
    deny('OnlyAdministratorsManageTheKey', CHANGING, {
      ArnNotLike: { 'aws:PrincipalArn': administrators },
    }),
    deny('AdministratorsCannotUseTheKey', EVERY_USE, named),
    deny('NobodyMakesGrants', ['kms:CreateGrant']),
    ...(replicaRegions.length === 0
      ? []
      : [
          deny('NoCopiesInOtherRegions', [REPLICATE], {
            StringNotEquals: { 'kms:ReplicaRegion': replicaRegions },
          }),
        ]),
    deny('DeletionWaitsTheLongestTime', ['kms:ScheduleKeyDeletion'], {
      NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': String(DELETION_WAIT_DAYS) },
    }),
  ];
}

function guards(logicalKeyStoreName: string | undefined): iam.PolicyStatement[] {
  const ofAnotherTenant = (contextKey: string): Conditions => ({
    StringNotEquals: { [contextKey]: TENANT_OF_CALLER },
    Null: { [contextKey]: 'false' },
  });
  return [
    deny('NoUseWithoutATenantInTheContext', EVERY_USE, {
      Null: { [DATA_KEY_TENANT]: 'true', [BRANCH_KEY_TENANT]: 'true' },
    }),
    deny('NoPlaintextForWhoIsNoTenant', WITH_PLAINTEXT, { Null: { [TENANT_TAG_KEY]: 'true' } }),
    deny('NoDataKeysOfOtherTenants', WITH_PLAINTEXT, ofAnotherTenant(DATA_KEY_TENANT)),
    deny('NoBranchKeysOfOtherTenants', WITH_PLAINTEXT, ofAnotherTenant(BRANCH_KEY_TENANT)),
    deny('TenantsManageNoBranchKeys', WITHOUT_PLAINTEXT, { Null: { [TENANT_TAG_KEY]: 'false' } }),
    deny('NothingLeavesForAnotherKey', ['kms:ReEncryptFrom', 'kms:ReEncryptTo'], {
      Bool: { 'kms:ReEncryptOnSameKey': 'false' },
    }),
    ...(logicalKeyStoreName === undefined
      ? []
      : [
          deny('NoBranchKeysOfOtherKeyStores', EVERY_USE, {
            StringNotEquals: { [LOGICAL_KEY_STORE_NAME]: logicalKeyStoreName },
            Null: { [BRANCH_KEY_TENANT]: 'false' },
          }),
        ]),
  ];
}

function uses(logicalKeyStoreName: string | undefined): iam.PolicyStatement[] {
  return [
    allow('TenantsUseTheirDataKeys', ['kms:Decrypt', 'kms:GenerateDataKey'], ownDataKey()),
    ...(logicalKeyStoreName === undefined
      ? []
      : [
          allow('TenantsOpenTheirBranchKeys', ['kms:Decrypt'], ownBranchKey(logicalKeyStoreName)),
          allow(
            'KeyManagersMakeBranchKeys',
            ['kms:GenerateDataKeyWithoutPlaintext'],
            anyBranchKey(logicalKeyStoreName),
          ),
          allow(
            'KeyManagersReEncryptBranchKeys',
            ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
            anyBranchKeyUnderTheSameKey(logicalKeyStoreName),
          ),
        ]),
    allow('OthersReadAboutTheKey', READING),
  ];
}

function allow(sid: string, actions: readonly string[], conditions: Conditions = {}): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.AccountPrincipal(Aws.ACCOUNT_ID)],
    actions: [...actions],
    resources: ['*'],
    conditions,
  });
}

function deny(sid: string, actions: readonly string[], conditions: Conditions = {}): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: ['*'],
    conditions,
  });
}
