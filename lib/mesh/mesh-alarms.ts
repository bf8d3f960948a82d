import { Duration, type aws_logs as logs, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { LogAlarm } from '../log-alarm';

export interface MeshAlarmsProps {
  readonly logGroup: logs.ILogGroup;
  readonly alarmTopic: sns.ITopic;
}

/**
 * Tells a topic of connections and requests that a service has refused. In a mesh whose edges are written down neither
 * happens by itself. Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.308(a)(6)(ii).
 */
export class MeshAlarms extends Construct {
  constructor(scope: Construct, id: string, { logGroup, alarmTopic }: MeshAlarmsProps) {
    super(scope, id);
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
  }
}
