import { Aws, aws_iam as iam, type aws_s3 as s3 } from 'aws-cdk-lib';
import { BATCH_PREFIXES, MAP_LABEL, type BatchItems } from './batch-definition';
import type { EncryptedBucket, ObjectFlow } from './object-permissions';
import { deliverLog, encryptHistoryAndLog } from '../state-machine-statements';

export interface BatchPermissionsProps {
  readonly items: BatchItems;
  readonly source: ObjectFlow['source'];
  readonly results: EncryptedBucket;
  readonly functionArn: string;
}

/** Source: Step Functions developer guide, "IAM policies for using Distributed Map states". */
export function batchStatements({
  items,
  source,
  results,
  functionArn,
}: BatchPermissionsProps): iam.PolicyStatement[] {
  const below = (bucket: s3.IBucket, prefix: string) => [bucket.arnForObjects(`${prefix}*`)];
  return [
    new iam.PolicyStatement({
      sid: 'RedactObjects',
      actions: ['lambda:InvokeFunction'],
      resources: [functionArn],
    }),
    items === 'objects'
      ? new iam.PolicyStatement({
          sid: 'ListTheSource',
          actions: ['s3:ListBucket'],
          resources: [source.bucket.bucketArn],
          conditions: { StringLike: { 's3:prefix': `${source.prefix}*` } },
        })
      : new iam.PolicyStatement({
          sid: 'ReadManifests',
          actions: ['s3:GetObject'],
          resources: below(results.bucket, BATCH_PREFIXES.manifests),
        }),
    new iam.PolicyStatement({
      sid: 'WriteResults',
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      resources: below(results.bucket, `${BATCH_PREFIXES.results}/`),
    }),
    new iam.PolicyStatement({
      sid: 'EncryptResults',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [results.encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } },
    }),
    deliverLog(),
  ];
}

export interface MapRunProps {
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly keyArn: string;
}

/** What a state machine needs to run and resume its own children, and to read its own history. */
export function mapRunStatements({
  stateMachineArn,
  stateMachineName,
  keyArn,
}: MapRunProps): iam.PolicyStatement[] {
  const at = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}`;
  return [
    new iam.PolicyStatement({
      sid: 'StartChildren',
      actions: ['states:StartExecution'],
      resources: [stateMachineArn],
    }),
    new iam.PolicyStatement({
      sid: 'FollowChildren',
      actions: ['states:DescribeExecution', 'states:RedriveExecution', 'states:StopExecution'],
      resources: [
        `${at}:execution:${stateMachineName}:*`,
        `${at}:execution:${stateMachineName}/${MAP_LABEL}:*`,
        `${at}:express:${stateMachineName}/${MAP_LABEL}:*`,
      ],
    }),
    ...encryptHistoryAndLog(stateMachineArn, keyArn),
  ];
}
