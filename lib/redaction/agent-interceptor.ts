import { Duration, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { OutcomeAlarm } from './outcome-alarm';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';

export interface AgentInterceptorProps extends PhiFunctionPlace {
  /** Told of failures and of every call that was refused. */
  readonly alarmTopic: sns.ITopic;
}

/**
 * A function for both interception points of an AgentCore Gateway with MCP targets: what agents send to tools, and what
 * tools send back, loses its identifiers. Attach `hook.function` with the CDK's
 * `LambdaInterceptor.forRequest` and `.forResponse`, without request headers. Supports 45 CFR 164.502(b).
 */
export class AgentInterceptor extends Construct {
  readonly hook: PhiFunction;

  constructor(scope: Construct, id: string, props: AgentInterceptorProps) {
    super(scope, id);
    this.hook = new PhiFunction(this, 'Function', {
      ...props,
      bundle: 'agent-interceptor',
      description: 'Removes identifiers from what agents and tools exchange',
      memoryMiB: 1024,
      timeout: Duration.seconds(30),
      statements: [],
      environment: {},
    });
    new OutcomeAlarm(this, 'Refused', {
      hook: this.hook,
      outcome: 'REFUSED',
      meaning: 'calls of agents were refused',
      count: 'refused',
    });
  }
}
