import { aws_logs as logs, Duration, Token, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { KEY_USE_METRICS, KEY_USE_OUTCOME, TAMPERING_OUTCOMES } from '../contract/key-use';
import { SIX_YEARS_IN_DAYS } from '../contract/retention';
import { ConfigurationError } from '../errors';
import { LogAlarm } from '../log-alarm';

export interface MessageUseAuditProps {
  /** Log groups of the functions that seal and open messages, by a name that alarms carry. At least one. */
  readonly logGroups: Readonly<Record<string, logs.ILogGroup>>;
  /** Told of every alarm. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it, as `AlarmTopic`'s does. */
  readonly alarmTopic: sns.ITopic;
}

/**
 * Watches the records that the envelope library writes, one for each message sealed or opened, as CloudTrail does not see
 * what happens under a cached data key: messages that were changed or asked for by the wrong caller, and calls that KMS
 * throttled. The records are part of the audit record: a log group of this app must keep them for six years.
 * Supports 45 CFR 164.312(b), 164.312(c)(2) and 164.308(a)(1)(ii)(D).
 * @throws ConfigurationError `LogGroups` none; `RecordRetention` of less than 2192 days
 */
export class MessageUseAudit extends Construct {
  constructor(scope: Construct, id: string, { logGroups, alarmTopic }: MessageUseAuditProps) {
    super(scope, id);
    const entries = Object.entries(logGroups);
    if (entries.length === 0) {
      throw new ConfigurationError(this, 'LogGroups', 'logGroups is empty; give at least one log group');
    }
    const period = Duration.minutes(5);
    for (const [name, logGroup] of entries) {
      this.#requireSixYears(name, logGroup);
      const place = { logGroup, alarmTopic, period, limit: { atLeast: 1 } };
      new LogAlarm(this, `${name}Tampering`, {
        ...place,
        pattern: `{ ${TAMPERING_OUTCOMES.map((outcome) => `($.${KEY_USE_OUTCOME} = "${outcome}")`).join(' || ')} }`,
        meaning: `${name} refused messages that were changed, or asked for by the wrong caller`,
      });
      new LogAlarm(this, `${name}Throttled`, {
        ...place,
        pattern: `{ $.${KEY_USE_METRICS.keyThrottles} > 0 }`,
        count: KEY_USE_METRICS.keyThrottles,
        meaning: `KMS throttled ${name}`,
      });
    }
  }

  /** What was made elsewhere cannot be read here. */
  #requireSixYears(name: string, logGroup: logs.ILogGroup): void {
    const resource = logGroup.node.defaultChild;
    if (!(resource instanceof logs.CfnLogGroup)) return;
    const { retentionInDays } = resource;
    // without a number logs are kept for ever
    if (retentionInDays === undefined || Token.isUnresolved(retentionInDays)) return;
    if (retentionInDays >= SIX_YEARS_IN_DAYS) return;
    throw new ConfigurationError(
      this,
      'RecordRetention',
      `the log group ${name} keeps records for ${retentionInDays} days; keep them for at least ${SIX_YEARS_IN_DAYS} (six years)`,
    );
  }
}
