import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_logs as logs,
  Names,
  type aws_sns as sns,
  type Duration,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** When an alarm over a count rings: from a number on, or when it leaves what CloudWatch has learned to expect. */
export type Limit =
  | { readonly atLeast: number }
  | {
      /** Standard deviations above the expected count. */
      readonly deviations: number;
    };

export interface LogAlarmProps {
  readonly logGroup: logs.ILogGroup;
  readonly alarmTopic: sns.ITopic;
  /** Source: CloudWatch Logs user guide, "Filter pattern syntax". At most 1024 characters, tokens resolved. */
  readonly pattern: string;
  /** What happened, in the past tense. */
  readonly meaning: string;
  /**
   * Field that says how often it happened.
   * @default - once a line
   */
  readonly count?: string;
  readonly limit: Limit;
  readonly period: Duration;
}

const NAMESPACE = 'HipaaAi/Alarms';

/** Counts the lines of a log group that match a pattern, and tells a topic. Message and metric hold counts only. */
export class LogAlarm extends Construct {
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: LogAlarmProps) {
    super(scope, id);
    const { limit } = props;
    const filter = new logs.MetricFilter(this, 'Resource', {
      logGroup: props.logGroup,
      filterPattern: logs.FilterPattern.literal(props.pattern),
      metricNamespace: NAMESPACE,
      metricName: Names.uniqueResourceName(this, { maxLength: 200 }),
      metricValue: props.count === undefined ? '1' : `$.${props.count}`,
      // lines that do not match count as none, so that a quiet hour is not one without a trail
      defaultValue: 0,
    });
    const shared = {
      metric: filter.metric({ period: props.period, statistic: 'Sum' }),
      alarmDescription: `${this.node.scope?.node.path ?? ''}: ${props.meaning}`,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    };
    this.alarm =
      'atLeast' in limit
        ? new cloudwatch.Alarm(this, 'Alarm', {
            ...shared,
            threshold: limit.atLeast,
            comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
          })
        : new cloudwatch.AnomalyDetectionAlarm(this, 'Alarm', {
            ...shared,
            stdDevs: limit.deviations,
            comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
          });
    const action = new actions.SnsAction(props.alarmTopic);
    this.alarm.addAlarmAction(action);
    // whoever takes the metric away is heard
    this.alarm.addInsufficientDataAction(action);
  }
}
