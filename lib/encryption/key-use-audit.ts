import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  Token,
  type aws_kms as kms,
  type aws_logs as logs,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { KEY_CHANGES } from '../contract/record-changes';
import { ConfigurationError } from '../errors';
import { LogAlarm, type Limit } from '../log-alarm';

/** Standard deviations; with CloudWatch's own 2 an alarm over hours would ring every few days by chance alone. */
const UNUSUAL = 4;
/** A log group takes 100 metric filters; each key takes two, and refused calls one. Source: CloudWatch Logs, "Quotas". */
const MOST_KEYS = 49;
const NAME = /^[A-Za-z][A-Za-z0-9]*$/u;

export interface KeyUseAuditProps {
  /** Where the trail delivers, such as that of `AuditTrail`. The trail must leave the events of KMS in. */
  readonly trailLogGroup: logs.ILogGroup;
  /** The keys to watch, by a name that alarms carry: letters and digits. 1 to 49. */
  readonly keys: Readonly<Record<string, kms.IKey>>;
  /** Told of every alarm. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it, as `AlarmTopic`'s does. */
  readonly alarmTopic: sns.ITopic;
  /**
   * `kms:Decrypt` calls within an hour, for each key, at which its alarm rings: a whole number from 1.
   * @default - an alarm rings when calls go four standard deviations above what CloudWatch learned of that key
   */
  readonly decryptsPerHour?: number;
}

/** Calls that would open or seal something, or let somebody do so. */
const REFUSABLE = ['CreateGrant', 'Decrypt', 'Encrypt', 'GenerateDataKey*', 'ReEncrypt'] as const;

const KMS = '($.eventSource = "kms.amazonaws.com")';
const HOUR = Duration.hours(1);
const AT_ONCE = { limit: { atLeast: 1 }, period: Duration.minutes(5) } as const;

/**
 * Watches the use of keys through the log group of a trail: changes of a key, grants that no AWS service took, calls that
 * were refused, unusual numbers of decryptions, and silence of the trail itself. Calls to KMS are management events,
 * `Decrypt` and `GenerateDataKey` included: no data event selector knows them, and a trail has them unless it is told to
 * leave them out (rule `cloudtrail-kms-events`). Where data keys are cached, one call stands for many messages; see
 * `MessageUseAudit`.
 * Supports 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii) and 164.312(b).
 * @throws ConfigurationError `Keys` none, too many or with names that alarms cannot carry; `DecryptsPerHour` no whole number from 1
 */
export class KeyUseAudit extends Construct {
  constructor(scope: Construct, id: string, props: KeyUseAuditProps) {
    super(scope, id);
    const { trailLogGroup: logGroup, alarmTopic } = props;
    const keys = this.#checkedKeys(props.keys);
    const limit = this.#decryptLimit(props.decryptsPerHour);
    const place = { logGroup, alarmTopic };
    for (const [name, key] of keys) {
      const ofKey = `${KMS} && ($.resources[0].ARN = "${key.keyArn}")`;
      new LogAlarm(this, `${name}Changed`, {
        ...place,
        ...AT_ONCE,
        // services take grants all day long, and the trail says which of them did
        pattern: `{ ${ofKey} && (${anyOf('eventName', KEY_CHANGES)} || (($.eventName = "CreateGrant") && ($.userIdentity.invokedBy NOT EXISTS))) }`,
        meaning: `somebody changed the key ${name} or granted its use`,
      });
      new LogAlarm(this, `${name}Decrypts`, {
        ...place,
        pattern: `{ ${ofKey} && ($.eventName = "Decrypt") }`,
        meaning: `the key ${name} decrypted unusually often`,
        limit,
        period: HOUR,
      });
    }
    new LogAlarm(this, 'Refused', {
      ...place,
      ...AT_ONCE,
      // a refused call does not always name its key
      pattern: `{ ${KMS} && ($.errorCode = "AccessDenied*") && (${anyOf('eventName', REFUSABLE)}) }`,
      meaning: 'somebody was refused the use of a key',
    });
    this.#watchSilence(logGroup, alarmTopic);
  }

  /** Who stops the trail stops all alarms over it, and would hear nothing of it. */
  #watchSilence(logGroup: logs.ILogGroup, alarmTopic: sns.ITopic): void {
    const alarm = new cloudwatch.Alarm(this, 'TrailSilent', {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Logs',
        metricName: 'IncomingLogEvents',
        dimensionsMap: { LogGroupName: logGroup.logGroupName },
        statistic: 'Sum',
        period: HOUR,
      }),
      alarmDescription: `${this.node.path}: the trail delivered nothing`,
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
    const action = new actions.SnsAction(alarmTopic);
    alarm.addAlarmAction(action);
    alarm.addInsufficientDataAction(action);
  }

  #checkedKeys(keys: Readonly<Record<string, kms.IKey>>): readonly (readonly [string, kms.IKey])[] {
    const entries = Object.entries(keys);
    if (entries.length < 1 || entries.length > MOST_KEYS) {
      throw new ConfigurationError(this, 'Keys', `keys has ${entries.length} keys; give 1 to ${MOST_KEYS}`);
    }
    const [unfit] = entries.filter(([name]) => !NAME.test(name));
    if (unfit) {
      throw new ConfigurationError(
        this,
        'Keys',
        `a key is named '${unfit[0]}'; give letters and digits, a letter first`,
      );
    }
    return entries;
  }

  #decryptLimit(decryptsPerHour: number | undefined): Limit {
    if (decryptsPerHour === undefined) return { deviations: UNUSUAL };
    if (!Token.isUnresolved(decryptsPerHour) && Number.isInteger(decryptsPerHour) && decryptsPerHour >= 1) {
      return { atLeast: decryptsPerHour };
    }
    throw new ConfigurationError(
      this,
      'DecryptsPerHour',
      `decryptsPerHour is ${decryptsPerHour}; give a whole number from 1, or leave it out`,
    );
  }
}

function anyOf(field: string, values: readonly string[]): string {
  return values.map((value) => `($.${field} = "${value}")`).join(' || ');
}
