import { aws_logs as logs, Duration, Names } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PhiFunction } from './phi-function';

export interface QuarantineAlarmProps {
  readonly hook: PhiFunction;
  /** What was quarantined, in the plural. */
  readonly things: string;
  /** Field of the log line that counts them. */
  readonly count: string;
}

/** Counts, in the log of a hook, what it could not redact, and rings from the first on. */
export class QuarantineAlarm extends Construct {
  constructor(scope: Construct, id: string, { hook, things, count }: QuarantineAlarmProps) {
    super(scope, id);
    const filter = new logs.MetricFilter(this, 'Resource', {
      logGroup: hook.logGroup,
      filterPattern: logs.FilterPattern.stringValue('$.outcome', '=', 'QUARANTINED'),
      metricNamespace: 'HipaaAi/Redaction',
      metricName: Names.uniqueResourceName(this, { maxLength: 200 }),
      metricValue: `$.${count}`,
    });
    const metric = filter.metric({ period: Duration.minutes(5), statistic: 'Sum' });
    hook.alarms?.watch(id, metric, `${things} were quarantined`);
  }
}
