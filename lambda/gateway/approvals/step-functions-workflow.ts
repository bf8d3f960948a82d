import type { ApprovalWorkflow } from './approvals';

/** The calls of `@aws-sdk/client-sfn` that are made. */
export interface StepFunctionsCalls {
  startExecution(input: {
    readonly stateMachineArn: string;
    readonly name: string;
    readonly input: string;
  }): Promise<unknown>;
  sendTaskSuccess(input: { readonly taskToken: string; readonly output: string }): Promise<unknown>;
}

export interface StepFunctionsWorkflowProps {
  readonly calls: StepFunctionsCalls;
  readonly stateMachineArn: string;
  /** The token that the waiting task left; undefined: none yet. */
  readonly taskTokenOf: (requestId: string) => Promise<string | undefined>;
  readonly now: () => number;
}

const SECOND_MS = 1000;

/** What Step Functions says of a task that waits no more. Source: API reference, SendTaskSuccess, "Errors". */
const OVER: ReadonlySet<string> = new Set(['InvalidToken', 'TaskDoesNotExist', 'TaskTimedOut']);

/** An execution for each answer that waits, named by its request: starting it twice is one execution. */
export function createStepFunctionsWorkflow({
  calls,
  stateMachineArn,
  taskTokenOf,
  now,
}: StepFunctionsWorkflowProps): ApprovalWorkflow {
  return {
    async start({ requestId, useCase, expiresAt }) {
      const input = JSON.stringify({
        requestId,
        useCase,
        expiresAt: new Date(expiresAt).toISOString(),
        // one that is late waits for a moment: that nobody saw the answer in time is then told all the same
        waitSeconds: Math.max(1, Math.ceil((expiresAt - now()) / SECOND_MS)),
      });
      await unless(new Set(['ExecutionAlreadyExists']), () =>
        calls.startExecution({ stateMachineArn, name: requestId, input }),
      );
    },
    async finish({ requestId }, decision) {
      const taskToken = await taskTokenOf(requestId);
      if (taskToken === undefined) return false;
      const output = JSON.stringify({ requestId, decision });
      await unless(OVER, () => calls.sendTaskSuccess({ taskToken, output }));
      return true;
    },
  };
}

/** Makes a call for which some errors say that it was made before. */
async function unless(done: ReadonlySet<string>, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Error) || !done.has(error.name)) throw error;
  }
}
