import {
  Aws,
  aws_iam as iam,
  type aws_kms as kms,
  type aws_s3 as s3,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { GATEWAY_STATE_PREFIX, TASK_TOKEN_OBJECT } from '../contract/gateway';

export interface OversightPermissionsProps {
  readonly stateMachineArn: string;
  /** Encrypts the history. */
  readonly encryptionKey: kms.IKey;
  readonly bucket: s3.IBucket;
  readonly bucketKey: kms.IKey;
  readonly topics: readonly sns.ITopic[];
}

/** What the state machine may do: leave a token, tell its topics, encrypt its history, deliver its log. */
export function oversightStatements(props: OversightPermissionsProps): iam.PolicyStatement[] {
  const { stateMachineArn, encryptionKey, bucket, bucketKey } = props;
  const topics = unique(props.topics.map(({ topicArn }) => topicArn));
  const topicKeys = unique(props.topics.flatMap(({ masterKey }) => masterKey?.keyArn ?? []));
  const { before, after } = TASK_TOKEN_OBJECT;
  return [
    new iam.PolicyStatement({
      sid: 'LeaveTokens',
      actions: ['s3:PutObject'],
      // the id of a request stands between
      resources: [bucket.arnForObjects(`${GATEWAY_STATE_PREFIX}${before}*${after}`)],
    }),
    through('EncryptTokens', 's3', ['kms:GenerateDataKey'], [bucketKey.keyArn]),
    new iam.PolicyStatement({ sid: 'TellPeople', actions: ['sns:Publish'], resources: topics }),
    ...(topicKeys.length === 0
      ? []
      : [through('EncryptMessages', 'sns', ['kms:Decrypt', 'kms:GenerateDataKey'], topicKeys)]),
    new iam.PolicyStatement({
      sid: 'EncryptItsHistory',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn } },
    }),
    new iam.PolicyStatement({
      sid: 'EncryptItsLog',
      actions: ['kms:GenerateDataKey'],
      resources: [encryptionKey.keyArn],
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:SourceArn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`,
        },
      },
    }),
    // log deliveries know no resource; source: developer guide, "Logging using CloudWatch Logs"
    new iam.PolicyStatement({
      sid: 'DeliverItsLog',
      actions: [
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
      ],
      resources: ['*'],
    }),
  ];
}

function through(
  sid: string,
  service: string,
  actions: readonly string[],
  keys: readonly string[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    actions: [...actions],
    resources: [...keys],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com` } },
  });
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
