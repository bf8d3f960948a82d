import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  type aws_logs as logs,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { MESH_HOURS_METRIC, MESH_NAMESPACE } from '../contract/mesh-identity';
import { LogAlarm } from '../log-alarm';

/** Hours a certificate has left when nobody has to do anything yet: one is replaced when it has 120. Two rotations were missed. */
export const LEAST_CERTIFICATE_HOURS = 48;
/** The agent of each task says it every quarter of an hour. */
export const CERTIFICATE_PERIOD = Duration.hours(1);

export interface MeshAlarmsProps {
  readonly serviceName: string;
  readonly logGroup: logs.ILogGroup;
  readonly alarmTopic: sns.ITopic;
  /** What has to run before silence means something. */
  readonly running: IDependable;
}

/**
 * Tells a topic of connections and requests that a service has refused, and of a certificate that nobody renews. In a mesh whose edges
 * are written down, and whose certificates are replaced long before they end, none of it happens by itself; an agent that says
 * nothing counts as one without a certificate. Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.308(a)(6)(ii).
 */
export class MeshAlarms extends Construct {
  constructor(scope: Construct, id: string, props: MeshAlarmsProps) {
    super(scope, id);
    const { logGroup, alarmTopic } = props;
    const shared = { logGroup, alarmTopic, limit: { atLeast: 1 }, period: Duration.minutes(5) };
    new LogAlarm(this, 'Connections', {
      ...shared,
      pattern: '{ $.event = "connection" && $.refused = "*" }',
      meaning: 'a connection was refused: no certificate, or not one of a service that may call',
    });
    new LogAlarm(this, 'Requests', {
      ...shared,
      pattern: '{ $.event = "inbound" && $.status = 403 }',
      meaning: 'a service asked for a route that is not its own',
    });
    this.#watchCertificate(props);
  }

  #watchCertificate({ serviceName, alarmTopic, running }: MeshAlarmsProps): void {
    const alarm = new cloudwatch.Alarm(this, 'Certificate', {
      metric: new cloudwatch.Metric({
        namespace: MESH_NAMESPACE,
        metricName: MESH_HOURS_METRIC,
        dimensionsMap: { service: serviceName },
        period: CERTIFICATE_PERIOD,
        statistic: 'Minimum',
      }),
      alarmDescription: `${this.node.scope?.node.path ?? ''}: a certificate was not renewed in time, or its agent says nothing`,
      threshold: LEAST_CERTIFICATE_HOURS,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
    const action = new actions.SnsAction(alarmTopic);
    alarm.addAlarmAction(action);
    alarm.addInsufficientDataAction(action);
    // before there are tasks there is nothing to hear
    alarm.node.addDependency(running);
  }
}
