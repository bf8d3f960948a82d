import { Aws, aws_iam as iam, type aws_kms as kms, type aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface ReplicationTarget {
  readonly source: s3.IBucket;
  readonly sourceKey: kms.IKey;
  readonly replica: s3.IBucket;
  readonly replicaKey: kms.IKey;
}

/**
 * The role S3 copies objects with. The L2's own has an inline policy and cannot read retention and legal hold, without
 * which S3 replicates no locked object. Source: S3 user guide, "Using Object Lock with S3 Replication".
 */
export class ReplicationRole extends Construct {
  readonly role: iam.Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.role = new iam.Role(this, 'Resource', {
      assumedBy: new iam.ServicePrincipal('s3.amazonaws.com'),
      description: 'Copies the audit record to its replica',
    });
  }

  /** Apart from the constructor, as the source bucket names the role before its policy can name the bucket. */
  allow({ source, sourceKey, replica, replicaKey }: ReplicationTarget): void {
    new iam.ManagedPolicy(this, 'Permissions', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          sid: 'ReadTheConfiguration',
          actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
          resources: [source.bucketArn],
        }),
        new iam.PolicyStatement({
          sid: 'ReadVersionsAndTheirLocks',
          actions: [
            's3:GetObjectLegalHold',
            's3:GetObjectRetention',
            's3:GetObjectVersionAcl',
            's3:GetObjectVersionForReplication',
            's3:GetObjectVersionTagging',
          ],
          resources: [source.arnForObjects('*')],
        }),
        new iam.PolicyStatement({
          sid: 'WriteCopies',
          actions: ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
          resources: [replica.arnForObjects('*')],
        }),
        new iam.PolicyStatement({
          sid: 'OpenOriginals',
          actions: ['kms:Decrypt'],
          resources: [sourceKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } },
        }),
        new iam.PolicyStatement({
          sid: 'SealCopies',
          actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
          resources: [replicaKey.keyArn],
          // the replica's Region is its own
          conditions: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
        }),
      ],
    });
  }
}
