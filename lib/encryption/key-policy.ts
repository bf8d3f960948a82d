import { Aws, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { cloudFormationRoleArn } from '../cloudformation-role';

/** Actions that change a key or who may use it, none of which reveals data. Source: KMS developer guide, "Permissions reference". */
export const ADMINISTRATIVE_ACTIONS = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
] as const;

/** Actions that turn ciphertext into data or data into ciphertext. */
export const CRYPTOGRAPHIC_ACTIONS = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

/** Days. The longest wait KMS offers between scheduling a deletion and doing it. */
export const DELETION_WAIT_DAYS = 30;

/** A call to KMS that no service forwards, so that it carries no `kms:ViaService`: told by its encryption context. */
export interface DirectUse {
  /** Who uses the key for what, as an id of the statement. */
  readonly sid: string;
  readonly actions: readonly (typeof CRYPTOGRAPHIC_ACTIONS)[number][];
  /** Condition on `kms:EncryptionContext:…` keys. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface KeyDuties {
  /** ARN patterns of further administrators. */
  readonly administrators: readonly string[];
  /** Service names (`lambda`, `bedrock` …) through which CloudFormation and users may use the key. */
  readonly services: readonly string[];
  readonly directUses: readonly DirectUse[];
}

/**
 * The statements every service key starts from. Who administers cannot use, who uses cannot administer:
 *
 * - administrators (the deployment role, the account's root user, and those named) hold the administrative actions;
 * - they are denied every direct cryptographic call; what AWS services do on their behalf while deploying is let
 *   through by `kms:ViaService`;
 * - any other identity of the account may use the key if its own IAM policy says so, through the services the key is for,
 *   and can never administer it.
 *
 * The account's root user stays an administrator so that the key cannot be locked out for good.
 * Supports 45 CFR 164.308(a)(3)(i) and 164.312(a)(1). Source: KMS developer guide, "Key policies", "kms:ViaService".
 */
export function separatedDuties(
  scope: Construct,
  { administrators, services, directUses }: KeyDuties,
): iam.PolicyDocument {
  const deployer = cloudFormationRoleArn(scope);
  const all = [deployer, `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:root`, ...administrators];
  const account = new iam.AccountPrincipal(Aws.ACCOUNT_ID);
  const viaServices = services.map((service) => `${service}.${Aws.REGION}.amazonaws.com`);
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'AdministratorsManageTheKey',
        principals: [account],
        actions: [...ADMINISTRATIVE_ACTIONS],
        resources: ['*'],
        conditions: { ArnLike: { 'aws:PrincipalArn': all } },
      }),
      new iam.PolicyStatement({
        sid: 'AdministratorsCannotUseTheKey',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: [...CRYPTOGRAPHIC_ACTIONS, 'kms:CreateGrant'],
        resources: ['*'],
        conditions: { ArnLike: { 'aws:PrincipalArn': all }, Null: { 'kms:ViaService': 'true' } },
      }),
      new iam.PolicyStatement({
        sid: 'DeploymentUsesTheKeyThroughServices',
        principals: [account],
        actions: [...CRYPTOGRAPHIC_ACTIONS],
        resources: ['*'],
        conditions: {
          ArnLike: { 'aws:PrincipalArn': deployer },
          StringEquals: { 'kms:ViaService': viaServices },
        },
      }),
      new iam.PolicyStatement({
        sid: 'ServicesTakeGrantsForTheirResources',
        principals: [account],
        actions: ['kms:CreateGrant'],
        resources: ['*'],
        conditions: {
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
          StringEquals: { 'kms:ViaService': viaServices },
        },
      }),
      ...usersThroughServices(account, all, viaServices),
      ...directUses.map((use) => usersDirectly(account, all, use)),
    ],
  });
}

/**
 * Users reach the key through the services it is for: who copied a ciphertext out of a store cannot have KMS decrypt it.
 * What the key is, everybody may read who is let by a policy of their own.
 */
function usersThroughServices(
  account: iam.IPrincipal,
  administrators: readonly string[],
  viaServices: readonly string[],
): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      sid: 'OthersUseTheKeyThroughServices',
      principals: [account],
      actions: [...CRYPTOGRAPHIC_ACTIONS],
      resources: ['*'],
      conditions: {
        ArnNotLike: { 'aws:PrincipalArn': administrators },
        StringEquals: { 'kms:ViaService': viaServices },
      },
    }),
    new iam.PolicyStatement({
      sid: 'OthersDescribeTheKey',
      principals: [account],
      actions: ['kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnNotLike: { 'aws:PrincipalArn': administrators } },
    }),
  ];
}

function usersDirectly(
  account: iam.IPrincipal,
  administrators: readonly string[],
  { sid, actions, conditions }: DirectUse,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [account],
    actions: [...actions],
    resources: ['*'],
    conditions: { ...conditions, ArnNotLike: { 'aws:PrincipalArn': administrators } },
  });
}
