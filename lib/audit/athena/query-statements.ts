import { Aws, aws_iam as iam, type aws_kms as kms, type aws_s3 as s3 } from 'aws-cdk-lib';
import { viaService } from '../via-service';

interface Place {
  readonly bucket: s3.IBucket;
  readonly encryptionKey: kms.IKey;
}

/** What is read, and below which prefix. */
export interface QuerySource extends Place {
  readonly prefix: string;
}

/**
 * What a query asks for, on this workgroup, these tables and these objects. Athena calls Glue, S3 and KMS as whoever asks.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html
 */
export function queryStatements(
  name: string,
  results: Place,
  sources: readonly QuerySource[],
): readonly iam.PolicyStatement[] {
  const local = (service: string, rest: string): string =>
    `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${rest}`;
  const allow = (
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Readonly<Record<string, unknown>>,
  ) =>
    new iam.PolicyStatement({
      actions: [...actions],
      resources: [...resources],
      ...(conditions ? { conditions } : {}),
    });
  const throughS3 = { StringEquals: viaService('s3') };
  return [
    allow(
      [
        'athena:BatchGetNamedQuery',
        'athena:GetNamedQuery',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:GetWorkGroup',
        'athena:ListNamedQueries',
        'athena:ListQueryExecutions',
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
      ],
      [local('athena', `workgroup/${name}`)],
    ),
    allow(
      ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'],
      [local('glue', 'catalog'), local('glue', `database/${name}`), local('glue', `table/${name}/*`)],
    ),
    ...sources.flatMap(({ bucket, encryptionKey, prefix }) => [
      allow(['s3:GetBucketLocation'], [bucket.bucketArn]),
      allow(['s3:ListBucket'], [bucket.bucketArn], { StringLike: { 's3:prefix': `${prefix}*` } }),
      allow(['s3:GetObject'], [bucket.arnForObjects(`${prefix}*`)]),
      allow(['kms:Decrypt'], [encryptionKey.keyArn], throughS3),
    ]),
    allow(
      ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      [results.bucket.bucketArn],
    ),
    allow(
      ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      [results.bucket.arnForObjects('*')],
    ),
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], [results.encryptionKey.keyArn], throughS3),
  ];
}
