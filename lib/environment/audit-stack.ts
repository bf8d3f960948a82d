import { aws_kms as kms, aws_s3 as s3, Duration, Stack, Tags, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../audit/access-log-bucket';
import { AuditTrail } from '../audit/audit-trail';
import { LockedBucket } from '../audit/locked-bucket';
import { TAGS } from '../contract/tags';
import type { ServiceKeys } from '../encryption/service-keys';
import { LOG_RETENTION } from './log-retention';
import type { Settings } from './settings';

export interface AuditStackProps extends StackProps {
  readonly settings: Settings;
  readonly trailName: string;
  readonly keys: ServiceKeys;
}

/** The record of who did what. Taking the stack away leaves bucket and logs in place. */
export class AuditStack extends Stack {
  readonly lockedBucket: LockedBucket;
  readonly trail: AuditTrail;

  constructor(scope: Construct, id: string, { settings, trailName, keys, ...props }: AuditStackProps) {
    super(scope, id, props);
    const { lockDays, compliance, replica } = settings.audit;
    const accessLogBucket = new AccessLogBucket(this, 'AccessLogs', { retention: Duration.days(lockDays) });
    this.lockedBucket = new LockedBucket(this, 'Record', {
      encryptionKey: keys.audit.key,
      accessLogBucket,
      lock: { days: lockDays, compliance },
      ...(replica
        ? {
            replica: {
              bucket: s3.Bucket.fromBucketArn(this, 'ReplicaBucket', replica.bucketArn),
              encryptionKey: kms.Key.fromKeyArn(this, 'ReplicaKey', replica.keyArn),
            },
          }
        : {}),
    });
    this.trail = new AuditTrail(this, 'Trail', {
      trailName,
      lockedBucket: this.lockedBucket,
      accessLogBucket,
      encryptionKey: keys.audit.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
    });
    Tags.of(this).add(TAGS.dataClass, 'AUDIT');
  }
}
