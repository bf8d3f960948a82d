import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  Stack,
  type aws_logs as logs,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { GATEWAY_METRICS as METRICS, GATEWAY_NAMESPACE } from '../contract/gateway-metrics';
import { ConfigurationError } from '../errors';
import { LogAlarm } from '../log-alarm';

export interface GatewayAlarmsProps {
  /** Of the gateway's functions. */
  readonly logGroups: Readonly<Record<string, logs.ILogGroup>>;
  /** Told of every alarm. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it. */
  readonly alarmTopic: sns.ITopic;
  /**
   * Requests of one principal within an hour from which on somebody takes out more than people read: whole, 1 and more.
   * @default 500
   */
  readonly bulkPerHour?: number;
  /**
   * Hours of the day (UTC, 0 to 23) in which nobody is expected to ask: from the first, up to the second.
   * @default - none: wards work at night
   */
  readonly quietHours?: { readonly from: number; readonly to: number };
}

const HOUR = Duration.hours(1);
/** Standard deviations above what CloudWatch learned. */
const UNUSUAL = 4;
/** Thousandths of a bit a sign. Prose has 4 to 4.5; base64 comes near 6. The gateway refuses what is higher still. */
const RANDOM_LOOKING = 5_200;
const BULK = 500;

/**
 * Rings when use of the gateway is not as it was: many requests of one principal, bursts of refusals, purposes that no use case
 * has, identifiers that nobody sent, answers that read like encoded data, unusual numbers of tokens, and requests at hours when
 * nobody works. Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.308(a)(6)(ii).
 * @throws ConfigurationError `BulkPerHour` no whole number from 1; `QuietHours` that are no hours of a day
 */
export class GatewayAlarms extends Construct {
  readonly #action: actions.SnsAction;

  constructor(scope: Construct, id: string, props: GatewayAlarmsProps) {
    super(scope, id);
    const { logGroups, alarmTopic, bulkPerHour = BULK, quietHours } = props;
    this.#action = new actions.SnsAction(alarmTopic);
    if (!Number.isInteger(bulkPerHour) || bulkPerHour < 1)
      throw new ConfigurationError(
        this,
        'BulkPerHour',
        `bulkPerHour is ${bulkPerHour}; give a whole number from 1`,
      );
    this.#bulk(Object.values(logGroups), bulkPerHour);
    this.#unusual('Refusals', METRICS.refusals, 'more requests than usual were refused');
    this.#unusual('Tokens', METRICS.outputTokens, 'models wrote more than usual');
    this.#atOnce('Leaks', METRICS.leaks, 'Sum', 1, 'an answer held an identifier that nobody sent');
    this.#atOnce('Entropy', METRICS.entropy, 'Maximum', RANDOM_LOOKING, 'an answer read like encoded data');
    for (const [name, logGroup] of Object.entries(logGroups))
      new LogAlarm(this, `Purpose${name}`, {
        logGroup,
        alarmTopic,
        pattern: '{ ($.event = "gateway") && ($.code = "PURPOSE_REFUSED") }',
        meaning: 'somebody asked for a purpose that the use case has not',
        limit: { atLeast: 1 },
        period: Duration.minutes(5),
      });
    if (quietHours) this.#quiet(quietHours);
  }

  /** CloudWatch Contributor Insights counts by principal, which is no dimension of a metric. */
  #bulk(logGroups: readonly logs.ILogGroup[], bulkPerHour: number): void {
    const rule = new cloudwatch.CfnInsightRule(this, 'ByPrincipal', {
      ruleName: `${Stack.of(this).stackName}-gateway-by-principal`,
      ruleState: 'ENABLED',
      ruleBody: Stack.of(this).toJsonString({
        Schema: { Name: 'CloudWatchLogRule', Version: 1 },
        LogGroupNames: logGroups.map(({ logGroupName }) => logGroupName),
        LogFormat: 'JSON',
        Contribution: { Keys: ['$.principal'], Filters: [{ Match: '$.event', In: ['gateway'] }] },
        AggregateOn: 'Count',
      }),
    });
    const expression = new cloudwatch.MathExpression({
      expression: `INSIGHT_RULE_METRIC("${rule.ruleName}", "MaxContributorValue")`,
      usingMetrics: {},
      period: HOUR,
      label: 'requests of one principal',
    });
    const alarm = this.#alarm('Bulk', expression, bulkPerHour, 'one principal asked unusually often');
    alarm.node.addDependency(rule);
  }

  #unusual(id: string, metricName: string, meaning: string): void {
    const alarm = new cloudwatch.AnomalyDetectionAlarm(this, id, {
      metric: metric(metricName, 'Sum'),
      alarmDescription: `${this.node.path}: ${meaning}`,
      stdDevs: UNUSUAL,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.#action);
    alarm.addInsufficientDataAction(this.#action);
  }

  #atOnce(id: string, metricName: string, statistic: string, threshold: number, meaning: string): void {
    this.#alarm(id, metric(metricName, statistic, Duration.minutes(5)), threshold, meaning);
  }

  #quiet({ from, to }: { readonly from: number; readonly to: number }): void {
    if ([from, to].some((hour) => !Number.isInteger(hour) || hour < 0 || hour > 23) || from === to)
      throw new ConfigurationError(
        this,
        'QuietHours',
        `quietHours are ${from} to ${to}; give two different hours from 0 to 23`,
      );
    const join = from < to ? 'AND' : 'OR';
    const expression = new cloudwatch.MathExpression({
      expression: `IF(HOUR(requests) >= ${from} ${join} HOUR(requests) < ${to}, requests, 0)`,
      usingMetrics: { requests: metric(METRICS.requests, 'Sum', Duration.minutes(5)) },
      period: Duration.minutes(5),
      label: 'requests in quiet hours',
    });
    this.#alarm('QuietHours', expression, 1, 'somebody asked at an hour when nobody is expected');
  }

  #alarm(id: string, of: cloudwatch.IMetric, threshold: number, meaning: string): cloudwatch.Alarm {
    const alarm = new cloudwatch.Alarm(this, id, {
      metric: of,
      alarmDescription: `${this.node.path}: ${meaning}`,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.#action);
    alarm.addInsufficientDataAction(this.#action);
    return alarm;
  }
}

function metric(metricName: string, statistic: string, period: Duration = HOUR): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: GATEWAY_NAMESPACE, metricName, statistic, period });
}
