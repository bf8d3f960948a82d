import { Duration, type aws_logs as logs, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { LOCK_CHANGES, RECORD_CHANGES } from '../contract/record-changes';
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

function anyOf(names: readonly string[]): string {
  return names.map((name) => `($.eventName = "${name}")`).join(' || ');
}

function called(service: keyof typeof RECORD_CHANGES): string {
  return `{ ($.eventSource = "${service}.amazonaws.com") && (${anyOf(RECORD_CHANGES[service])}) }`;
}

/** What takes a record away, or keeps one from being made. Attempts count too. */
const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  Trail: {
    meaning: 'somebody stopped, deleted or changed a trail',
    pattern: called('cloudtrail'),
  },
  Buckets: {
    meaning: 'somebody changed what protects a bucket',
    pattern: called('s3'),
  },
  Retention: {
    meaning: 'somebody shortened a lock of an object, or went past it',
    pattern: `{ ($.eventSource = "s3.amazonaws.com") && (${anyOf(LOCK_CHANGES)} || ($.requestParameters.x-amz-bypass-governance-retention = "true")) }`,
  },
  Logs: {
    meaning: 'somebody deleted a log, a metric of one, or shortened how long it is kept',
    pattern: called('logs'),
  },
  Alarms: {
    meaning: 'somebody silenced alarms',
    pattern: called('monitoring'),
  },
  ModelLog: {
    meaning: 'somebody changed the log of model invocations, a guardrail or the data retention of Bedrock',
    pattern: called('bedrock'),
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
