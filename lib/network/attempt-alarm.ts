import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_logs as logs,
  Duration,
  Names,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface AttemptAlarmProps {
  readonly logGroup: logs.ILogGroup;
  readonly alarmTopic: sns.ITopic;
  readonly pattern: logs.IFilterPattern;
  /** What was attempted, in the past tense. */
  readonly meaning: string;
}

const NAMESPACE = 'HipaaAi/Egress';

/**
 * Rings when something wanted out, from the first attempt on. Message and metric hold counts only: which name it was
 * after, and from which address, stays in the log.
 */
export class AttemptAlarm extends Construct {
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: AttemptAlarmProps) {
    super(scope, id);
    const filter = new logs.MetricFilter(this, 'Resource', {
      logGroup: props.logGroup,
      filterPattern: props.pattern,
      metricNamespace: NAMESPACE,
      metricName: Names.uniqueResourceName(this, { maxLength: 200 }),
      metricValue: '1',
      defaultValue: 0,
    });
    this.alarm = new cloudwatch.Alarm(this, 'Alarm', {
      metric: filter.metric({ period: Duration.minutes(5), statistic: 'Sum' }),
      alarmDescription: `${this.node.scope?.node.path ?? ''}: ${props.meaning}`,
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const action = new actions.SnsAction(props.alarmTopic);
    this.alarm.addAlarmAction(action);
    // whoever takes the metric away is heard
    this.alarm.addInsufficientDataAction(action);
  }
}
