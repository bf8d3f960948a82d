import {
  Aws,
  aws_iam as iam,
  RemovalPolicy,
  type aws_kms as kms,
  type aws_logs as logs,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Source: Bedrock user guide, "Monitor model invocation using CloudWatch Logs and Amazon S3". */
const LOG_STREAM = 'aws/bedrock/modelinvocations';

export interface InvocationLogDeliveryProps {
  readonly bucket: s3.Bucket;
  /** Prefixes below which Bedrock writes, without a slash at the end. */
  readonly keyPrefixes: readonly string[];
  readonly logGroup: logs.ILogGroup;
  /** Key of bucket and log group. An imported key must say the same in its own policy. */
  readonly encryptionKey: kms.IKey;
}

/**
 * What lets Bedrock deliver the log of invocations of this account and Region, and of no other: policies of bucket and key
 * for objects, a role for log events. All stay when the stack goes, as does the configuration that needs them.
 */
export class InvocationLogDelivery extends Construct {
  readonly role: iam.Role;
  /** Without it the role can do nothing. */
  readonly permissions: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, props: InvocationLogDeliveryProps) {
    super(scope, id);
    const { bucket, encryptionKey, logGroup } = props;
    const bedrock = new iam.ServicePrincipal('bedrock.amazonaws.com');
    const forThisAccount = {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:*` },
    };
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'BedrockDeliversItsLog',
        principals: [bedrock],
        actions: ['s3:PutObject'],
        resources: props.keyPrefixes.map((prefix) =>
          bucket.arnForObjects(`${prefix}/AWSLogs/${Aws.ACCOUNT_ID}/BedrockModelInvocationLogs/*`),
        ),
        conditions: forThisAccount,
      }),
    );
    // allowed to do nothing: a key that was not made here keeps its policy
    encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'BedrockEncryptsItsLog',
        principals: [bedrock],
        actions: ['kms:GenerateDataKey'],
        resources: ['*'],
        conditions: forThisAccount,
      }),
      true,
    );
    encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'LogsEncryptsTheInvocationLog',
        principals: [new iam.ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            // a pattern: naming the group would tie the key to the stack of its user
            'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
          },
        },
      }),
      true,
    );
    this.role = new iam.Role(this, 'Role', {
      assumedBy: bedrock.withConditions(forThisAccount),
      description: 'Writes the log of model invocations to CloudWatch Logs',
    });
    this.permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          sid: 'WriteTheInvocationLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [
            `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroup.logGroupName}:log-stream:${LOG_STREAM}`,
          ],
        }),
      ],
    });
    for (const kept of [this.role, this.permissions]) kept.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
