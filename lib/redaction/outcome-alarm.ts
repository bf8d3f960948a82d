import { aws_logs as logs, Duration, Names } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PhiFunction } from '../phi-function';

export interface OutcomeAlarmProps {
  readonly hook: PhiFunction;
  /** The outcome, as the line says it. */
  readonly outcome: string;
  /** What it means, in the past tense. */
  readonly meaning: string;
  /** Field of the log line that counts it. */
  readonly count: string;
}

/** Counts an outcome in the log of a hook, and rings from the first on. */
export class OutcomeAlarm extends Construct {
  constructor(scope: Construct, id: string, { hook, outcome, meaning, count }: OutcomeAlarmProps) {
    super(scope, id);
    const filter = new logs.MetricFilter(this, 'Resource', {
      logGroup: hook.logGroup,
      filterPattern: logs.FilterPattern.stringValue('$.outcome', '=', outcome),
      metricNamespace: 'HipaaAi/Redaction',
      metricName: Names.uniqueResourceName(this, { maxLength: 200 }),
      metricValue: `$.${count}`,
    });
    const metric = filter.metric({ period: Duration.minutes(5), statistic: 'Sum' });
    hook.alarms?.watch(id, metric, meaning);
  }
}
