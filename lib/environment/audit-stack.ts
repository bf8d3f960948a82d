import { aws_kms as kms, aws_s3 as s3, CfnOutput, Duration, Stack, Tags, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../audit/access-log-bucket';
import { AlarmTopic } from '../audit/alarm-topic';
import { AuditWorkgroup } from '../audit/athena/audit-workgroup';
import { TrailTable } from '../audit/athena/trail-table';
import { AuditTrail } from '../audit/audit-trail';
import { LockedBucket } from '../audit/locked-bucket';
import { TamperAudit } from '../audit/tamper-audit';
import { TAGS } from '../contract/tags';
import type { EnvelopeKey } from '../encryption/envelope-key';
import { KeyUseAudit } from '../encryption/key-use-audit';
import type { ServiceKeys } from '../encryption/service-keys';
import { LOG_RETENTION } from './log-retention';
import type { Settings } from './settings';

export interface AuditStackProps extends StackProps {
  readonly settings: Settings;
  readonly trailName: string;
  readonly keys: ServiceKeys;
  readonly envelopeKey: EnvelopeKey;
}

/** The record of who did what, and who is told of it. Taking the stack away leaves bucket and logs in place. */
export class AuditStack extends Stack {
  readonly accessLogs: AccessLogBucket;
  readonly lockedBucket: LockedBucket;
  readonly trail: AuditTrail;
  /** Where questions about the record are asked. */
  readonly workgroup: AuditWorkgroup;
  /** Told of every alarm of the environment. */
  readonly alarms: AlarmTopic;

  constructor(
    scope: Construct,
    id: string,
    { settings, trailName, keys, envelopeKey, ...props }: AuditStackProps,
  ) {
    super(scope, id, props);
    const { lockDays, compliance, replica } = settings.audit;
    this.accessLogs = new AccessLogBucket(this, 'AccessLogs', { retention: Duration.days(lockDays) });
    this.lockedBucket = new LockedBucket(this, 'Record', {
      encryptionKey: keys.audit.key,
      accessLogBucket: this.accessLogs,
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
      accessLogBucket: this.accessLogs,
      encryptionKey: keys.audit.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
    });
    this.alarms = new AlarmTopic(this, 'Alarms', {
      encryptionKey: keys.alarms.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
      subscribers: settings.alarms.subscribers,
    });
    new KeyUseAudit(this, 'KeyUse', {
      trailLogGroup: this.trail.logGroup,
      keys: {
        Data: keys.data.key,
        Prompts: keys.prompts.key,
        Logs: keys.logs.key,
        Audit: keys.audit.key,
        Alarms: keys.alarms.key,
        Envelope: envelopeKey.key,
      },
      alarmTopic: this.alarms.topic,
    });
    new TamperAudit(this, 'Tampering', {
      trailLogGroup: this.trail.logGroup,
      alarmTopic: this.alarms.topic,
    });
    this.workgroup = new AuditWorkgroup(this, 'Questions', {
      name: `hipaa-ai-${settings.environment}`,
      encryptionKey: keys.audit.key,
      accessLogBucket: this.accessLogs,
    });
    new TrailTable(this, 'TrailTable', {
      workgroup: this.workgroup,
      lockedBucket: this.lockedBucket,
      encryptionKey: keys.audit.key,
    });
    Tags.of(this).add(TAGS.dataClass, 'AUDIT');
    new CfnOutput(this, 'AlarmTopicArn', { value: this.alarms.topic.topicArn });
  }
}
