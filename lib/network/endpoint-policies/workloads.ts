import type { aws_iam as iam } from 'aws-cdk-lib';
import type { DataPerimeter } from './data-perimeter';

export function logs(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  return [perimeter.allow('WriteOwnLogs', actions, [perimeter.arn('logs', 'log-group:*')])];
}

/** Metrics have no resource. */
export function monitoring(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [perimeter.allowCallers('WriteMetrics', ['cloudwatch:PutMetricData'], ['*'])];
}

/** Text goes in and findings come out of the same call: there is no resource. Batch jobs are left out, they write to S3. */
export function comprehendMedical(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = ['comprehendmedical:DetectEntitiesV2', 'comprehendmedical:DetectPHI'];
  return [perimeter.allowCallers('DetectInText', actions, ['*'])];
}

export function lambda(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const functions = [perimeter.arn('lambda', 'function:*')];
  return [perimeter.allow('InvokeOwnFunctions', ['lambda:InvokeFunction'], functions)];
}

/** Callers sign requests; what each may call is for the policy of the API and their own. */
export function executeApi(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [perimeter.allow('InvokeOwnApis', ['execute-api:Invoke'], [perimeter.arn('execute-api', '*')])];
}

/**
 * Synchronous executions have an endpoint of their own (`sync-states`), which is not among ours.
 * @param machines names of the state machines that are run
 */
export function stepFunctions(perimeter: DataPerimeter, machines?: readonly string[]): iam.PolicyStatement[] {
  const resources = machines?.flatMap((name) => [`stateMachine:${name}`, `execution:${name}:*`]);
  return [
    perimeter.allow(
      'RunOwnStateMachines',
      ['states:DescribeExecution', 'states:StartExecution', 'states:StopExecution'],
      (resources ?? ['stateMachine:*', 'execution:*']).map((each) => perimeter.arn('states', each)),
    ),
    // a task is named by its token alone
    perimeter.allowCallers(
      'AnswerTasks',
      ['states:SendTaskFailure', 'states:SendTaskHeartbeat', 'states:SendTaskSuccess'],
      ['*'],
    ),
  ];
}

export function eventBridge(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [perimeter.allow('PutOwnEvents', ['events:PutEvents'], [perimeter.arn('events', 'event-bus/*')])];
}

export function sns(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [perimeter.allow('PublishToOwnTopics', ['sns:Publish'], [perimeter.arn('sns', '*')])];
}

export function sqs(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
  ];
  return [perimeter.allow('UseOwnQueues', actions, [perimeter.arn('sqs', '*')])];
}
