import { Duration, type aws_logs as logs, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { LogAlarm } from '../log-alarm';

export interface TamperAuditProps {
  /** Where the trail delivers, such as that of `AuditTrail`. */
  readonly trailLogGroup: logs.ILogGroup;
  /** Told of every alarm. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it, as `AlarmTopic`'s does. */
  readonly alarmTopic: sns.ITopic;
}

interface Tampering {
  readonly meaning: string;
  readonly pattern: string;
}

function called(source: string, names: readonly string[], more = ''): string {
  const any = names.map((name) => `($.eventName = "${name}")`).join(' || ');
  return `{ ($.eventSource = "${source}.amazonaws.com") && (${any})${more} }`;
}

/** What takes a record away, or keeps one from being made. Attempts count too. Source: CloudTrail user guide; API references of the services. */
const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  Trail: {
    meaning: 'somebody stopped, deleted or changed a trail',
    pattern: called('cloudtrail', [
      'DeleteTrail',
      'PutEventSelectors',
      'PutInsightSelectors',
      'StopLogging',
      'UpdateTrail',
    ]),
  },
  Buckets: {
    meaning: 'somebody changed what protects a bucket',
    pattern: called('s3', [
      'DeleteBucketEncryption',
      'DeleteBucketPolicy',
      'DeletePublicAccessBlock',
      'PutBucketLifecycle',
      'PutBucketLogging',
      'PutBucketObjectLockConfiguration',
      'PutBucketPolicy',
      'PutBucketPublicAccessBlock',
      'PutBucketReplication',
      'PutBucketVersioning',
    ]),
  },
  Retention: {
    meaning: 'somebody shortened a lock of an object, or went past it',
    pattern:
      '{ ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutObjectRetention") || ($.eventName = "PutObjectLegalHold") || ($.requestParameters.x-amz-bypass-governance-retention = "true")) }',
  },
  Logs: {
    meaning: 'somebody deleted a log, a metric of one, or shortened how long it is kept',
    pattern: called('logs', [
      'DeleteDataProtectionPolicy',
      'DeleteLogGroup',
      'DeleteLogStream',
      'DeleteMetricFilter',
      'DeleteRetentionPolicy',
      'DisassociateKmsKey',
      'PutRetentionPolicy',
    ]),
  },
  Alarms: {
    meaning: 'somebody silenced alarms',
    pattern: called('monitoring', ['DeleteAlarms', 'DisableAlarmActions', 'SetAlarmState']),
  },
  ModelLog: {
    meaning: 'somebody changed the log of model invocations, a guardrail or the data retention of Bedrock',
    pattern: called('bedrock', [
      'DeleteEnforcedGuardrailConfiguration',
      'DeleteGuardrail',
      'DeleteModelInvocationLoggingConfiguration',
      'PutAccountDataRetention',
      'PutEnforcedGuardrailConfiguration',
      'PutModelInvocationLoggingConfiguration',
      'UpdateGuardrail',
    ]),
  },
  Root: {
    meaning: 'the root user of the account was used',
    pattern:
      '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  },
  Endpoints: {
    meaning: 'a VPC endpoint refused calls',
    pattern: '{ ($.eventCategory = "NetworkActivity") && ($.errorCode = "VpceAccessDenied") }',
  },
};

/**
 * Rings when somebody goes for the record itself: trails, locks, logs, alarms, the log of model invocations, the root user,
 * and calls that an endpoint refused, through the log group of a trail. A deployment that changes one of them rings too: it
 * is for whoever is on call to know that it was one.
 * Supports 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii), 164.312(b) and 164.312(c)(1).
 */
export class TamperAudit extends Construct {
  constructor(scope: Construct, id: string, { trailLogGroup, alarmTopic }: TamperAuditProps) {
    super(scope, id);
    for (const [name, { meaning, pattern }] of Object.entries(TAMPERINGS)) {
      new LogAlarm(this, name, {
        logGroup: trailLogGroup,
        alarmTopic,
        pattern,
        meaning,
        limit: { atLeast: 1 },
        period: Duration.minutes(5),
      });
    }
  }
}
