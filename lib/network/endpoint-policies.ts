import { Aws, aws_iam as iam } from 'aws-cdk-lib';

/** ARN of this account and Region; a policy must not name a stack's resource, or the stacks would depend in a circle. */
function arn(service: string, resource: string): string {
  return `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
}

const OWN_PRINCIPALS = { 'aws:PrincipalAccount': Aws.ACCOUNT_ID };
/** Data perimeter: nobody else's credentials in, nobody else's resources out. */
const OWN_PRINCIPALS_AND_RESOURCES = { ...OWN_PRINCIPALS, 'aws:ResourceAccount': Aws.ACCOUNT_ID };

function allow(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  perimeter: Readonly<Record<string, string>> = OWN_PRINCIPALS_AND_RESOURCES,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: [...resources],
    conditions: { StringEquals: perimeter },
  });
}

/** Foundation models belong to no account: the list of ARNs takes the place of the resource condition. */
export function bedrockRuntime(modelArns: readonly string[]): iam.PolicyStatement[] {
  return [
    allow(
      'InvokeApprovedModels',
      ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      modelArns,
      OWN_PRINCIPALS,
    ),
    allow('ApplyOwnGuardrails', ['bedrock:ApplyGuardrail'], [arn('bedrock', 'guardrail/*')]),
  ];
}

export function kms(): iam.PolicyStatement[] {
  const actions = [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ];
  return [allow('UseOwnKeys', actions, [arn('kms', 'key/*')])];
}

export function logs(): iam.PolicyStatement[] {
  return [allow('WriteOwnLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], [arn('logs', 'log-group:*')])];
}

export function sts(): iam.PolicyStatement[] {
  const roles = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/*`;
  return [
    // a session for one tenant bears its tag
    allow('AssumeOwnRoles', ['sts:AssumeRole', 'sts:TagSession'], [roles]),
    // the call has no resource, so there is no resource account to compare
    allow('TellWhoCalls', ['sts:GetCallerIdentity'], ['*'], OWN_PRINCIPALS),
  ];
}

export function secretsManager(): iam.PolicyStatement[] {
  const actions = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'];
  return [allow('ReadOwnSecrets', actions, [arn('secretsmanager', 'secret:*')])];
}

/**
 * Own buckets only. Services that answer through AWS's buckets (custom resources, container layers) need a statement
 * of their own when they move into the VPC; nothing here does.
 */
export function s3(): iam.PolicyStatement[] {
  const actions = [
    's3:AbortMultipartUpload',
    's3:GetBucketLocation',
    's3:GetObject',
    's3:GetObjectTagging',
    's3:GetObjectVersion',
    's3:GetObjectVersionTagging',
    's3:ListBucket',
    's3:PutObject',
    's3:PutObjectTagging',
  ];
  return [allow('UseOwnBuckets', actions, [`arn:${Aws.PARTITION}:s3:::*`])];
}

export function dynamoDb(): iam.PolicyStatement[] {
  const actions = [
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:DescribeTable',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ];
  return [allow('UseOwnTables', actions, [arn('dynamodb', 'table/*')])];
}
