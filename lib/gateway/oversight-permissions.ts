import {
  Aws,
  aws_iam as iam,
  type aws_kms as kms,
  type aws_s3 as s3,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { GATEWAY_STATE_PREFIX, TASK_TOKEN_OBJECT } from '../contract/gateway';
import { deliverLog, encryptHistoryAndLog } from '../state-machine-statements';

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
    ...encryptHistoryAndLog(stateMachineArn, encryptionKey.keyArn),
    deliverLog(),
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
