import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  type aws_lambda as lambda,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Share of the timeout at which a function is said to be near it. */
const NEAR_TIMEOUT = 0.8;
const PERIOD = Duration.minutes(5);

export interface FunctionAlarmsProps {
  readonly function: lambda.IFunction;
  readonly timeout: Duration;
  /** Told of every alarm. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it, or nothing arrives. */
  readonly topic: sns.ITopic;
}

/**
 * Tells a topic when a function fails, is throttled or comes near its timeout. The metrics are counts and durations,
 * and an alarm carries nothing else. Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.308(a)(6)(ii).
 */
export class FunctionAlarms extends Construct {
  readonly #topic: sns.ITopic;

  constructor(scope: Construct, id: string, props: FunctionAlarmsProps) {
    super(scope, id);
    this.#topic = props.topic;
    const period = PERIOD;
    this.watch('Errors', props.function.metricErrors({ period, statistic: 'Sum' }), 'calls failed');
    this.watch(
      'Throttles',
      props.function.metricThrottles({ period, statistic: 'Sum' }),
      'calls were refused',
    );
    this.watch(
      'Duration',
      props.function.metricDuration({ period, statistic: 'Maximum' }),
      'a call came near the timeout',
      props.timeout.toMilliseconds() * NEAR_TIMEOUT,
    );
  }

  /**
   * One more alarm for the same topic.
   * @param meaning of the alarm in a few words, in the past tense
   * @param threshold at which it rings, in units of the metric
   */
  watch(id: string, metric: cloudwatch.IMetric, meaning: string, threshold = 1): cloudwatch.Alarm {
    const alarm = new cloudwatch.Alarm(this, id, {
      metric,
      alarmDescription: `${this.node.scope?.node.path ?? ''}: ${meaning}`,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // no call, no failure; but whoever stops the measuring is heard
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const action = new actions.SnsAction(this.#topic);
    alarm.addAlarmAction(action);
    alarm.addInsufficientDataAction(action);
    return alarm;
  }
}
