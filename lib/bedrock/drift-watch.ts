import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_events as events,
  aws_events_targets as targets,
  aws_logs as logs,
  Duration,
  Names,
  type aws_lambda as lambda,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DRIFTED } from '../contract/account-settings';
import { ConfigurationError } from '../errors';

/** Minutes between two looks. An alarm sees two of them, and sees no further back than a day. */
export const CHECK_MINUTES = { shortest: 5, longest: 720, usual: 60 } as const;

export interface DriftWatchProps {
  readonly function: lambda.IFunction;
  /** Where the function says what it saw. */
  readonly logGroup: logs.ILogGroup;
  /** What the function looks for; it gets this as `check`. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Told of drift and of checks that fail. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it. */
  readonly topic: sns.ITopic;
  /** What has drifted, for the alarm. */
  readonly what: string;
  /**
   * How often it is looked at: 5 minutes to 12 hours, in whole minutes.
   * @default Duration.hours(1)
   */
  readonly every?: Duration;
}

/**
 * Has the function look after its setting on a schedule, and tells a topic when it is not as it should be, when the look
 * fails, and when nobody looked. Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.308(a)(8).
 * @throws ConfigurationError `CheckEvery` outside 5 minutes to 12 hours, or no whole number of minutes
 */
export class DriftWatch extends Construct {
  readonly rule: events.Rule;
  readonly metric: logs.MetricFilter;
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: DriftWatchProps) {
    super(scope, id);
    const minutes = this.#minutes(props.every);
    this.rule = new events.Rule(this, 'Schedule', {
      description: `Looks for drift: ${props.what}`,
      schedule: events.Schedule.rate(Duration.minutes(minutes)),
    });
    this.rule.addTarget(
      new targets.LambdaFunction(props.function, {
        event: events.RuleTargetInput.fromObject({ check: props.properties }),
        // the next look comes anyway
        retryAttempts: 1,
        maxEventAge: Duration.minutes(CHECK_MINUTES.shortest),
      }),
    );
    this.metric = new logs.MetricFilter(this, 'Drift', {
      logGroup: props.logGroup,
      // lines of requests that failed have no count
      filterPattern: logs.FilterPattern.numberValue(`$.${DRIFTED}`, '>=', 0),
      metricNamespace: 'HipaaAi/Bedrock',
      metricName: Names.uniqueResourceName(this, { maxLength: 200 }),
      metricValue: `$.${DRIFTED}`,
    });
    this.alarm = new cloudwatch.Alarm(this, 'Alarm', {
      // two looks long, so that there always is one in it
      metric: this.metric.metric({ period: Duration.minutes(minutes * 2), statistic: 'Maximum' }),
      alarmDescription: `${scope.node.path}: ${props.what} is not as deployed, or could not be looked at`,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // a look that fails says nothing, and one that nobody takes neither
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
    const action = new actions.SnsAction(props.topic);
    this.alarm.addAlarmAction(action);
    this.alarm.addOkAction(action);
    this.alarm.addInsufficientDataAction(action);
  }

  #minutes(every: Duration | undefined): number {
    const { shortest, longest, usual } = CHECK_MINUTES;
    const given = every ?? Duration.minutes(usual);
    const minutes = given.isUnresolved() ? undefined : given.toMinutes({ integral: false });
    if (minutes === undefined || !Number.isInteger(minutes) || minutes < shortest || minutes > longest) {
      const said = minutes === undefined ? 'a value known only at deployment' : `${minutes} minutes`;
      throw new ConfigurationError(
        this,
        'CheckEvery',
        `checkEvery is ${said}; give ${shortest} to ${longest} whole minutes`,
      );
    }
    return minutes;
  }
}
