import { GATEWAY_STATE_PREFIX, TASK_TOKEN_OBJECT } from '../contract/gateway';

export interface OversightDefinitionProps {
  readonly partition: string;
  /** Where the token is left, below the state of the gateway. */
  readonly bucketName: string;
  readonly approversTopicArn: string;
  readonly alarmTopicArn: string;
  /** Seconds after which an execution that ended in no way is ended. */
  readonly mostSeconds: number;
}

/** Minutes of trouble with another service are outlasted; what lasts longer fails the execution, and rings. */
const RETRY = [
  {
    ErrorEquals: ['States.TaskFailed'],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 6,
    JitterStrategy: 'FULL',
  },
] as const;

/** By which a subscriber takes some messages and not others. */
const EVENTS = { waits: 'approval-waits', expired: 'approval-expired' } as const;

/**
 * One answer that waits, in Amazon States Language. Its input is `{ requestId, useCase, expiresAt, waitSeconds }`: pointers and
 * times, nothing of the answer, its subject or who asked. There is no heartbeat, as people send none.
 * Source: Step Functions developer guide, "Wait for a Callback with Task Token"; "Integrating optimized services", by which
 * every AWS SDK integration takes a token in a standard workflow.
 */
export function oversightDefinition(props: OversightDefinitionProps): object {
  const { partition, bucketName, approversTopicArn, alarmTopicArn, mostSeconds } = props;
  const tell = (topicArn: string, event: string, message: string, next: string) => ({
    Type: 'Task',
    Resource: `arn:${partition}:states:::sns:publish`,
    Parameters: {
      TopicArn: topicArn,
      'Message.$': `States.Format('${message}', $.useCase, $.expiresAt, $.requestId)`,
      MessageAttributes: {
        event: { DataType: 'String', StringValue: event },
        useCase: { DataType: 'String', 'StringValue.$': '$.useCase' },
      },
    },
    // what SNS says is no input of what follows
    ResultPath: null,
    Retry: RETRY,
    Next: next,
  });
  return {
    Comment: 'An answer of the AI gateway waits for a second person',
    TimeoutSeconds: mostSeconds,
    StartAt: 'TellApprovers',
    States: {
      TellApprovers: tell(
        approversTopicArn,
        EVENTS.waits,
        'An answer of use case {} waits for a second person until {}. Request {}.',
        'AwaitDecision',
      ),
      AwaitDecision: {
        Type: 'Task',
        Resource: `arn:${partition}:states:::aws-sdk:s3:putObject.waitForTaskToken`,
        Parameters: {
          Bucket: bucketName,
          'Key.$': `States.Format('${GATEWAY_STATE_PREFIX}${TASK_TOKEN_OBJECT.before}{}${TASK_TOKEN_OBJECT.after}', $.requestId)`,
          ContentType: 'application/json',
          Body: { 'taskToken.$': '$$.Task.Token' },
        },
        TimeoutSecondsPath: '$.waitSeconds',
        Retry: RETRY,
        Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'TellOfExpiry' }],
        Next: 'IsDecided',
      },
      IsDecided: {
        Type: 'Choice',
        Choices: ['approved', 'rejected'].map((decision) => ({
          Variable: '$.decision',
          StringEquals: decision,
          Next: 'Decided',
        })),
        Default: 'DecisionUnknown',
      },
      Decided: { Type: 'Succeed' },
      DecisionUnknown: { Type: 'Fail', Error: 'DecisionUnknown' },
      TellOfExpiry: tell(
        alarmTopicArn,
        EVENTS.expired,
        'No decision on an answer of use case {} was heard of until {}. Request {}; the ledger has what was decided.',
        'Expired',
      ),
      Expired: {
        Type: 'Pass',
        Parameters: { 'requestId.$': '$.requestId', decision: 'expired' },
        End: true,
      },
    },
  };
}
